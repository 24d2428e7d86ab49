package cn.huiying.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Refusals;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.policy.interpreting.InterpretPolicy;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.command.policy.superseding.SupersedePolicy;
import cn.huiying.command.policy.tagging.TagPolicy;
import cn.huiying.command.policy.withdrawing.WithdrawPolicy;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PolicyWithdrawn;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyItemTest {

    private static final PolicyId ID = new PolicyId("POL-1");
    private static final PolicyId NEXT = new PolicyId("POL-2");
    private static final PolicyId GONE = new PolicyId("POL-3");
    private static final String AGENCY = "445224-114";
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final LocalDate SPRING = LocalDate.of(2023, 3, 1);
    private static final LocalDate SUMMER = LocalDate.of(2023, 6, 1);
    private static final PolicyTags SMALL = new PolicyTags(List.of(), List.of(EnterpriseSize.SMALL), null, null);

    private static final Actor OFFICER = new Actor("o", Role.INTAKE_OFFICER, null, null);
    private static final Actor LEADER = new Actor("l", Role.AGENCY_LEADER, AGENCY, null);

    private static final PolicyEvent PUBLISHED = published(ID, SPRING, NOW);
    private static final PolicyEvent SUPERSEDED = new PolicySuperseded(ID, NEXT, NOW);
    private static final PolicyEvent WITHDRAWN = new PolicyWithdrawn(ID, "依据已废止", NOW);

    private static PolicyPublished published(PolicyId id, LocalDate from, Instant at) {
        return new PolicyPublished(id, "稳岗补贴", AGENCY, null, "揭府〔2023〕1号", "正文", PolicyTags.ALL, from, null, at);
    }

    /** The library beside the policy at hand. */
    private static final PolicyStages LIBRARY = new PolicyStages() {
        private final Map<PolicyId, List<PolicyEvent>> others = Map.of(
                NEXT,
                List.of(published(NEXT, SUMMER, NOW)),
                GONE,
                List.of(published(GONE, SUMMER, NOW), new PolicyWithdrawn(GONE, "误发", NOW)));

        @Override
        public Optional<PolicyStage> find(PolicyId policy) {
            return Optional.ofNullable(others.get(policy)).map(PolicyItemTest::stage);
        }
    };

    private static PolicyStage stage(List<PolicyEvent> events) {
        PolicyStage stage = null;
        for (PolicyEvent event : events) {
            stage = PolicyStage.evolve(stage, event);
        }
        return stage;
    }

    private static TestExecutor<PolicyItem> given(PolicyEvent... events) {
        return given(LIBRARY, events);
    }

    private static TestExecutor<PolicyItem> given(PolicyStages library, PolicyEvent... events) {
        AggregateTestFixture<PolicyItem> fixture = new AggregateTestFixture<>(PolicyItem.class);
        fixture.registerInjectableResource(new OneAgency());
        fixture.registerInjectableResource(library);
        return fixture.given((Object[]) events);
    }

    /** The only one in the directory. */
    private static final class OneAgency implements Agencies {

        @Override
        public AgencyEntry require(String code) {
            return requireListed(code);
        }

        @Override
        public AgencyEntry requireListed(String code) {
            if (!code.equals(AGENCY)) {
                throw Refused.byRule("agency-is-listed", "没有。", "None.");
            }
            return null;
        }

        @Override
        public String successor(String code) {
            return code;
        }

        @Override
        public boolean isOrIsUnder(String code, String superior) {
            return code.equals(superior);
        }
    }

    private static PublishPolicy publish(String agency, String issuer, LocalDate until) {
        return new PublishPolicy(ID, NOW, "稳岗补贴", agency, issuer, "揭府〔2023〕1号", "正文", null, SPRING, until);
    }

    @Test
    void a_policy_without_tags_is_published_for_everybody() {
        given().when(publish(AGENCY, null, null), OFFICER.asMetadata()).expectEvents(PUBLISHED);
    }

    @Test
    void a_policy_is_of_an_agency_or_of_an_issuer_that_is_named() {
        given().when(publish("445224-999", null, null), OFFICER.asMetadata())
                .expectException(Refusals.by("agency-is-listed"));
        for (PublishPolicy neither : List.of(publish(null, null, null), publish(AGENCY, "省政府", null))) {
            given().when(neither, OFFICER.asMetadata()).expectException(Refusals.by("a-policy-names-its-issuer"));
        }
        given().when(publish(null, "省政府", null), OFFICER.asMetadata())
                .expectEvents(new PolicyPublished(
                        ID, "稳岗补贴", null, "省政府", "揭府〔2023〕1号", "正文", PolicyTags.ALL, SPRING, null, NOW));
    }

    @Test
    void a_validity_may_last_a_day_but_not_end_before_it_begins() {
        given().when(publish(AGENCY, null, SPRING), OFFICER.asMetadata()).expectSuccessfulHandlerExecution();
        given().when(publish(AGENCY, null, SPRING.minusDays(1)), OFFICER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-validity-does-not-end-before-it-begins"));
    }

    private static final Map<String, Object> COMMANDS = Map.of(
            "interpret", new InterpretPolicy(ID, NOW, "怎样申领", "先登记。"),
            "tag", new TagPolicy(ID, NOW, SMALL),
            "supersede", new SupersedePolicy(ID, NOW, NEXT),
            "withdraw", new WithdrawPolicy(ID, NOW, "依据已废止"));

    private static final Map<String, PolicyEvent> EVENTS = Map.of(
            "interpret",
            new PolicyInterpreted(ID, "怎样申领", "先登记。", NOW),
            "tag",
            new PolicyTagged(ID, SMALL, NOW),
            "supersede",
            SUPERSEDED,
            "withdraw",
            WITHDRAWN);

    private static final Map<PolicyState, Set<String>> ALLOWED = Map.of(
            PolicyState.PUBLISHED, COMMANDS.keySet(),
            PolicyState.SUPERSEDED, Set.of("withdraw"),
            PolicyState.WITHDRAWN, Set.of());

    private static PolicyEvent[] road(PolicyState state) {
        return switch (state) {
            case PUBLISHED -> new PolicyEvent[] {PUBLISHED};
            case SUPERSEDED -> new PolicyEvent[] {PUBLISHED, SUPERSEDED};
            case WITHDRAWN -> new PolicyEvent[] {PUBLISHED, WITHDRAWN};
        };
    }

    static Stream<Object[]> statesAndCommands() {
        return Arrays.stream(PolicyState.values())
                .flatMap(state -> COMMANDS.keySet().stream().map(slug -> new Object[] {state, slug}));
    }

    @ParameterizedTest
    @MethodSource("statesAndCommands")
    void what_is_not_allowed_any_more_is_refused_and_what_is_allowed_is_told(PolicyState state, String slug) {
        var result = given(road(state)).when(COMMANDS.get(slug), OFFICER.asMetadata());
        if (ALLOWED.get(state).contains(slug)) {
            result.expectEvents(EVENTS.get(slug));
        } else {
            result.expectNoEvents().expectException(Refusals.by("not-in-this-state"));
        }
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> PolicyKind.POLICY.require(stage(List.of(road(state))), COMMANDS.get(slug), Void.class));
        assertThat(Set.copyOf(refused.refusal().allowed())).isEqualTo(ALLOWED.get(state));
    }

    @Test
    void every_command_on_a_policy_is_tried_here() {
        assertThat(PolicyKind.POLICY.commands().keySet()).isEqualTo(COMMANDS.keySet());
    }

    @Test
    void the_same_tags_again_change_nothing() {
        given(PUBLISHED)
                .when(new TagPolicy(ID, NOW, PolicyTags.ALL), OFFICER.asMetadata())
                .expectNoEvents();
    }

    @Test
    void what_takes_the_place_of_a_policy_is_another_one_that_is_there_and_stands() {
        given(PUBLISHED)
                .when(new SupersedePolicy(ID, NOW, ID), OFFICER.asMetadata())
                .expectException(Refusals.by("a-policy-does-not-supersede-itself"));
        given(PUBLISHED)
                .when(new SupersedePolicy(ID, NOW, new PolicyId("POL-9")), OFFICER.asMetadata())
                .expectException(Refusals.by("policy-is-in-the-library"));
        given(PUBLISHED)
                .when(new SupersedePolicy(ID, NOW, GONE), OFFICER.asMetadata())
                .expectException(Refusals.by("a-successor-stands"));
    }

    @ParameterizedTest
    @CsvSource({
        // takes effect, published, is refused
        "2023-02-28, 2023-03-07T01:00:00Z, true",
        "2023-03-01, 2023-03-06T00:59:59Z, true",
        "2023-03-01, 2023-03-06T01:00:01Z, false",
        "2023-03-02, 2023-03-01T01:00:00Z, false"
    })
    void a_successor_takes_effect_later_or_on_the_same_day_and_was_published_later(
            LocalDate from, Instant at, boolean refused) {
        PolicyStages library = policy -> Optional.of(stage(List.of(published(NEXT, from, at))));
        var result = given(library, PUBLISHED).when(new SupersedePolicy(ID, NOW, NEXT), OFFICER.asMetadata());
        if (refused) {
            result.expectNoEvents().expectException(Refusals.by("a-successor-comes-after"));
        } else {
            result.expectEvents(SUPERSEDED);
        }
    }

    /** Decided at once, neither command knows of the others: what is decided must be right all the same. */
    @Test
    void no_commands_that_know_nothing_of_each_other_make_a_ring() {
        List<PolicyStage> library = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            library.add(stage(List.of(published(
                    new PolicyId("POL-" + i), SPRING.plusDays(i % 2), i % 3 == 0 ? NOW : NOW.plusSeconds(i)))));
        }
        Map<PolicyId, List<PolicyId>> successors = new HashMap<>();
        for (PolicyStage one : library) {
            for (PolicyStage other : library) {
                SupersedePolicy command = new SupersedePolicy(
                        one.facts().policyId(), NOW, other.facts().policyId());
                try {
                    ((PolicyStage.Published) one).supersede(command, id -> other);
                    successors
                            .computeIfAbsent(command.policyId(), id -> new ArrayList<>())
                            .add(command.by());
                } catch (Refused e) {
                    // Not this way round.
                }
            }
        }
        assertThat(successors.values().stream().mapToInt(List::size).sum())
                .as("of any two, one may supersede the other")
                .isEqualTo(15);
        for (PolicyStage one : library) {
            assertThat(reached(successors, one.facts().policyId()))
                    .doesNotContain(one.facts().policyId());
        }
    }

    private static List<PolicyId> reached(Map<PolicyId, List<PolicyId>> successors, PolicyId from) {
        List<PolicyId> reached = new ArrayList<>(successors.getOrDefault(from, List.of()));
        for (int i = 0; i < reached.size() && i < 1_000; i++) {
            reached.addAll(successors.getOrDefault(reached.get(i), List.of()));
        }
        return reached;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_bureau_keeps_the_library_and_an_agency_its_own_policies(Role role) {
        boolean bureau = role == Role.BUREAU_LEADER || role == Role.INTAKE_OFFICER;
        Actor other = new Actor("x", role, bureau ? null : "445224-101", null);
        for (Object command : COMMANDS.values()) {
            var result = given(PUBLISHED).when(command, other.asMetadata());
            if (bureau) {
                result.expectSuccessfulHandlerExecution();
            } else {
                result.expectNoEvents()
                        .expectException(Refusals.by(
                                role == Role.AGENCY_LEADER ? "an-agency-keeps-its-own-policies" : "role-may-not"));
            }
            given(PUBLISHED).when(command, LEADER.asMetadata()).expectSuccessfulHandlerExecution();
        }
        given().when(publish(null, "省政府", null), LEADER.asMetadata())
                .expectException(Refusals.by("an-agency-keeps-its-own-policies"));
        given().when(publish(AGENCY, null, null), LEADER.asMetadata()).expectEvents(PUBLISHED);
    }

    @Test
    void a_command_on_what_was_changed_meanwhile_is_stale_and_a_repeated_one_is_answered_again() {
        Map<String, Object> seen = new HashMap<>(OFFICER.asMetadata());
        seen.put(CommandMetadata.EXPECTED_VERSION, 0);
        given(PUBLISHED, new PolicyTagged(ID, SMALL, NOW))
                .when(COMMANDS.get("withdraw"), seen)
                .expectNoEvents()
                .expectException(Refusals.by("stale-version"));

        Map<String, Object> keyed = new HashMap<>(OFFICER.asMetadata());
        keyed.put(CommandMetadata.IDEMPOTENCY_KEY, "key");
        keyed.put(CommandMetadata.REQUEST_DIGEST, "digest");
        AggregateTestFixture<PolicyItem> fixture = new AggregateTestFixture<>(PolicyItem.class);
        fixture.registerInjectableResource(new OneAgency());
        fixture.given(List.of(new GenericEventMessage<>(PUBLISHED, keyed)))
                .when(publish(AGENCY, null, null), keyed)
                .expectNoEvents()
                .expectResultMessagePayload(new PolicyOutcome(ID, 0, PolicyState.PUBLISHED));
    }
}
