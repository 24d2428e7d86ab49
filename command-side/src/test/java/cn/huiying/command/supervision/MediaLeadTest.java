package cn.huiying.command.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.supervision.reporting.AdoptMediaLead;
import cn.huiying.command.supervision.reporting.CompareWithThePublication;
import cn.huiying.command.supervision.reporting.DeclineMediaLead;
import cn.huiying.command.supervision.reporting.OfferMediaLead;
import cn.huiying.command.supervision.reporting.RecordMediaFollowUp;
import cn.huiying.command.supervision.reporting.RecordMediaReport;
import cn.huiying.command.supervision.reporting.WithdrawMediaLead;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaFollowUpRecorded;
import cn.huiying.shared.supervision.MediaLeadAdopted;
import cn.huiying.shared.supervision.MediaLeadDeclined;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadState;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.MediaReportPublished;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLeadTest {

    private static final PetitionId PETITION = KnownPetitions.PETITION;
    private static final MediaLeadId ID = MediaLead.of(PETITION.value());
    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 1);
    private static final Actor SUPERVISOR = new Actor("s", Role.SUPERVISOR, null, null);
    private static final Actor MEDIA = new Actor("m", Role.MEDIA, null, null);

    private static final MediaLeadOffered OFFERED = new MediaLeadOffered(ID, PETITION, "路灯不亮", "某路口的灯三个月不亮。", NOW);
    private static final MediaLeadAdopted ADOPTED = new MediaLeadAdopted(ID, NOW);
    private static final MediaLeadDeclined DECLINED = new MediaLeadDeclined(ID, "已有报道", NOW);
    private static final MediaLeadWithdrawn WITHDRAWN = new MediaLeadWithdrawn(ID, "误报", NOW);
    private static final MediaReportPublished REPORTED =
            new MediaReportPublished(ID, PETITION, "路灯亮了", "https://news.example/20220901123456789", TODAY, NOW);

    private static TestExecutor<MediaLead> given(KnownPetitions petitions, MediaLeadEvent... events) {
        AggregateTestFixture<MediaLead> fixture = new AggregateTestFixture<>(MediaLead.class);
        fixture.registerInjectableResource(petitions);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static TestExecutor<MediaLead> given(MediaLeadEvent... events) {
        return given(new KnownPetitions(), events);
    }

    private static RecordMediaReport report(String link, LocalDate day) {
        return new RecordMediaReport(ID, NOW, "路灯亮了", URI.create(link), day);
    }

    private static final Map<String, Object> COMMANDS = Map.of(
            "adopt", new AdoptMediaLead(ID, NOW),
            "decline", new DeclineMediaLead(ID, NOW, "已有报道"),
            "record-report", report(REPORTED.link(), TODAY),
            "record-follow-up", new RecordMediaFollowUp(ID, NOW, TODAY, "灯仍亮着"),
            "withdraw", new WithdrawMediaLead(ID, NOW, "误报"));

    private static final Map<String, Set<Role>> ROLES = Map.of(
            "adopt", Set.of(Role.MEDIA),
            "decline", Set.of(Role.MEDIA),
            "record-report", Set.of(Role.MEDIA),
            "record-follow-up", Set.of(Role.MEDIA, Role.SUPERVISOR, Role.BUREAU_LEADER),
            "withdraw", Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER));

    private static MediaLeadEvent[] road(MediaLeadState state) {
        return switch (state) {
            case OFFERED -> new MediaLeadEvent[] {OFFERED};
            case ADOPTED -> new MediaLeadEvent[] {OFFERED, ADOPTED};
            case DECLINED -> new MediaLeadEvent[] {OFFERED, DECLINED};
            case REPORTED -> new MediaLeadEvent[] {OFFERED, ADOPTED, REPORTED};
            case WITHDRAWN -> new MediaLeadEvent[] {OFFERED, WITHDRAWN};
        };
    }

    /** The procedure, written down a second time. */
    private static Set<String> allowed(MediaLeadState state) {
        return switch (state) {
            case OFFERED -> Set.of("adopt", "decline", "withdraw");
            case ADOPTED -> Set.of("record-report", "withdraw");
            case REPORTED -> Set.of("record-report", "record-follow-up", "withdraw");
            case DECLINED -> Set.of("withdraw");
            case WITHDRAWN -> Set.of();
        };
    }

    static Stream<Object[]> statesAndCommands() {
        return Arrays.stream(MediaLeadState.values())
                .flatMap(state -> COMMANDS.keySet().stream().map(slug -> new Object[] {state, slug}));
    }

    @ParameterizedTest
    @MethodSource("statesAndCommands")
    void a_command_is_taken_in_the_states_that_allow_it_and_else_the_allowed_ones_are_told(
            MediaLeadState state, String slug) {
        boolean media = ROLES.get(slug).contains(Role.MEDIA);
        var result = given(road(state)).when(COMMANDS.get(slug), (media ? MEDIA : SUPERVISOR).asMetadata());
        if (allowed(state).contains(slug)) {
            result.expectSuccessfulHandlerExecution();
        } else if (media && state == MediaLeadState.WITHDRAWN) {
            result.expectNoEvents().expectException(Refusals.by("media-lead-not-found"));
        } else {
            result.expectNoEvents().expectException(Refusals.by("not-in-this-state"));
        }
        MediaLeadStage stage = null;
        for (MediaLeadEvent event : road(state)) {
            stage = MediaLeadStage.evolve(stage, event);
        }
        try {
            SupervisionKind.MEDIA_LEAD.require(stage, COMMANDS.get(slug), Void.class);
        } catch (Refused e) {
            assertThat(Set.copyOf(e.refusal().allowed())).isEqualTo(allowed(state));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_bureau_offers_and_withdraws_and_the_media_report(Role role) {
        Actor actor = new Actor("x", role, null, null);
        COMMANDS.forEach((slug, command) -> {
            MediaLeadState state = Arrays.stream(MediaLeadState.values())
                    .filter(one -> allowed(one).contains(slug))
                    .findFirst()
                    .orElseThrow();
            var result = given(road(state)).when(command, actor.asMetadata());
            if (ROLES.get(slug).contains(role)) {
                result.expectSuccessfulHandlerExecution();
            } else {
                result.expectNoEvents().expectException(Refusals.by("role-may-not"));
            }
        });
        var offering = given().when(new OfferMediaLead(ID, NOW, PETITION), actor.asMetadata());
        if (role == Role.SUPERVISOR || role == Role.BUREAU_LEADER) {
            offering.expectEvents(OFFERED);
        } else {
            offering.expectNoEvents().expectException(Refusals.by("role-may-not"));
        }
    }

    @Test
    void the_media_are_offered_what_the_public_is_shown_and_nothing_else() {
        given(new KnownPetitions().showing(null))
                .when(new OfferMediaLead(ID, NOW, PETITION), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-a-published-petition-is-offered"));
        given().when(
                        new OfferMediaLead(MediaLead.of(KnownPetitions.NONE.value()), NOW, KnownPetitions.NONE),
                        SUPERVISOR.asMetadata())
                .expectException(Refusals.by("petition-not-found"));
    }

    @Test
    void an_accusation_is_never_offered() {
        PetitionId accusation = KnownPetitions.ACCUSATION;
        given().when(new OfferMediaLead(MediaLead.of(accusation.value()), NOW, accusation), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("no-accusation-goes-to-the-media"));
    }

    @ParameterizedTest
    @EnumSource(MediaLeadState.class)
    void what_was_declined_or_withdrawn_may_be_offered_again(MediaLeadState state) {
        var result = given(road(state)).when(new OfferMediaLead(ID, NOW, PETITION), SUPERVISOR.asMetadata());
        if (state == MediaLeadState.DECLINED || state == MediaLeadState.WITHDRAWN) {
            result.expectEvents(OFFERED);
        } else {
            result.expectNoEvents().expectException(Refusals.by("not-in-this-state"));
        }
    }

    @ParameterizedTest
    @EnumSource(MediaLeadState.class)
    void what_the_public_is_no_longer_shown_is_withdrawn(MediaLeadState state) {
        CompareWithThePublication compare = new CompareWithThePublication(ID, NOW);
        boolean seen = state != MediaLeadState.WITHDRAWN;
        given(road(state)).when(compare, Actor.SYSTEM.asMetadata()).expectNoEvents();
        given(new KnownPetitions().showing(null), road(state))
                .when(compare, Actor.SYSTEM.asMetadata())
                .expectEvents(events(seen, "留言不再公开。"));
        given(new KnownPetitions().showing(new PublicText("路灯不亮", "某处的灯不亮。")), road(state))
                .when(compare, Actor.SYSTEM.asMetadata())
                .expectEvents(events(seen, "公开稿已变更,可重新提供。"));
    }

    private static Object[] events(boolean seen, String reason) {
        return seen ? new Object[] {new MediaLeadWithdrawn(ID, reason, NOW)} : new Object[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://news.example/1", "ftp://news.example/1", "news.example/1", "https:///1", "javascript:1"})
    void a_report_has_a_safe_link(String link) {
        given(OFFERED, ADOPTED)
                .when(report(link, TODAY), MEDIA.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-report-has-a-safe-link"));
    }

    @Test
    void a_report_and_a_follow_up_lie_in_the_past() {
        given(OFFERED, ADOPTED)
                .when(report(REPORTED.link(), TODAY), MEDIA.asMetadata())
                .expectEvents(REPORTED);
        given(OFFERED, ADOPTED)
                .when(report(REPORTED.link(), TODAY.plusDays(1)), MEDIA.asMetadata())
                .expectException(Refusals.by("only-what-was-done-is-recorded"));
        given(OFFERED, ADOPTED, REPORTED)
                .when(new RecordMediaFollowUp(ID, NOW, TODAY, "灯仍亮着"), SUPERVISOR.asMetadata())
                .expectEvents(new MediaFollowUpRecorded(ID, TODAY, "灯仍亮着", NOW));
        given(OFFERED, ADOPTED, REPORTED)
                .when(new RecordMediaFollowUp(ID, NOW, TODAY.plusDays(1), "灯仍亮着"), SUPERVISOR.asMetadata())
                .expectException(Refusals.by("only-what-was-done-is-recorded"));
    }
}
