package cn.huiying.command.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.policy.PolicyLibrary;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomMatcher;

/** Given a petition's history, when somebody sends a command, then these events follow or it is refused. */
final class Scenario {

    /** What the application copies from a command to its events: all but the version the caller had seen. */
    private static final CorrelationDataProvider STORED_METADATA = message -> message.getMetaData().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(CommandMetadata.EXPECTED_VERSION))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Windows have their lengths, but no deadline is set: for tests that are about the procedure alone. */
    private static final Policies NOT_IN_FORCE_YET = new Policies(
            List.of(PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1).takingEffect(Instant.parse("2099-01-01T00:00:00Z"))));

    /** The one policy for enterprises that there is. */
    static final PolicyId POLICY = new PolicyId("POL-1");

    private final PetitionStory story;
    private ProcedureSettings settings = Settings.defaults();
    private Policies policies = NOT_IN_FORCE_YET;
    private AccountStanding account = People.goodStanding();
    private PetitionStory another;
    private GenericCommandMessage<?> before;

    private Scenario(PetitionStory story) {
        this.story = story;
    }

    static Scenario given(PetitionStory story) {
        Scenario scenario = new Scenario(story);
        if (story.rules() != null) {
            scenario.policies = story.rules().policies();
        }
        return scenario;
    }

    static Scenario givenNoPetition() {
        return new Scenario(null);
    }

    Scenario with(ProcedureSettings given) {
        settings = given;
        return this;
    }

    /** With deadlines, as from the platform's launch on. */
    Scenario underPolicy(String code) {
        policies = new Policies(List.of(PolicyFiles.builtIn(code, 1)));
        return this;
    }

    /** The account of everyone who posts. */
    Scenario with(AccountStanding given) {
        account = given;
        return this;
    }

    /** The one other petition that there is. */
    Scenario and(PetitionStory other) {
        another = other;
        return this;
    }

    /** A command that was sent before, and taken. */
    Scenario after(Object command, Actor actor, Map<String, ?> metadata) {
        before = new GenericCommandMessage<>(command, metadataOf(actor, metadata));
        return this;
    }

    static CircumstancesResolver circumstances(PetitionStory story) {
        return given(story).circumstances();
    }

    private CircumstancesResolver circumstances() {
        return new CircumstancesResolver(WorkCalendar::shipped, settings, new Directory(), () -> policies);
    }

    Then when(Object command, Actor actor) {
        return when(command, actor, Map.of());
    }

    Then when(Object command, Actor actor, Map<String, ?> metadata) {
        AggregateTestFixture<Petition> fixture = new AggregateTestFixture<>(Petition.class);
        fixture.registerParameterResolverFactory(circumstances());
        fixture.registerInjectableResource((Accounts) id -> account);
        fixture.registerInjectableResource((SuggestionTopics) (topic, at) -> {
            if (!topic.equals(Commands.TOPIC)) {
                throw Refused.byRule("topic-not-found", "没有找到该征集专题。", "There is no such topic.");
            }
            return at.isBefore(Moments.endOf("2023-03-31"));
        });
        fixture.registerInjectableResource((Petitions) id -> {
            if (another == null || !another.id().equals(id)) {
                throw Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
            }
            return another.stage();
        });
        fixture.registerInjectableResource((PolicyLibrary) (policy, at) -> {
            if (!policy.equals(POLICY)) {
                throw Refused.byRule("policy-is-in-the-library", "没有找到该政策。", "There is no such policy.");
            }
        });
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(STORED_METADATA));
        TestExecutor<Petition> history = story == null ? fixture.givenNoPriorActivity() : fixture.given(story.events());
        if (before != null) {
            history = history.andGivenCommands(before);
        }
        return new Then(story, history.when(command, metadataOf(actor, metadata)));
    }

    private static Map<String, Object> metadataOf(Actor actor, Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(actor.asMetadata());
        metadata.putAll(more);
        return metadata;
    }

    /** What followed. */
    record Then(PetitionStory story, ResultValidator<Petition> result) {

        /** Exactly these events, after which the petition is in this state and its version counts them. */
        Then leadsTo(State state, PetitionEvent... events) {
            result.expectEvents((Object[]) events)
                    .expectResultMessagePayload(new Outcome(story.id(), story.version() + events.length, state));
            return this;
        }

        /** It was taken, and these events followed, the deadlines' among them. */
        List<PetitionEvent> events() {
            result.expectSuccessfulHandlerExecution();
            return eventsOrNone();
        }

        /** What followed, and nothing where it was refused. */
        List<PetitionEvent> eventsOrNone() {
            AtomicReference<List<PetitionEvent>> seen = new AtomicReference<>();
            result.expectEventsMatching(payloadsMatching(new CustomMatcher<List<?>>("events of a petition") {
                @Override
                public boolean matches(Object events) {
                    seen.set(((List<?>) events)
                            .stream().map(PetitionEvent.class::cast).toList());
                    return true;
                }
            }));
            return seen.get();
        }

        /** Nothing was to be done. */
        void changesNothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        /** Exactly this event of a petition that begins. */
        void begins(PetitionEvent event) {
            result.expectSuccessfulHandlerExecution().expectEvents(event);
        }

        /** The answer that was given before, and nothing happened. */
        void answersAgain(Outcome outcome) {
            result.expectNoEvents().expectResultMessagePayload(outcome);
        }

        /** A rule of the procedure forbade it, and nothing happened. */
        void refusedBy(String rule) {
            refused(Kind.RULE, rule);
        }

        /** Refused, and nothing happened. */
        Refusal refused(Kind kind, String rule) {
            Refusal refusal = refusal();
            assertThat(refusal.rule()).as(refusal.english()).isEqualTo(rule);
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.chinese()).isNotBlank();
            assertThat(refusal.english()).isNotBlank();
            return refusal;
        }

        /** Not in this state; the answer names the state and what is possible in it. */
        void refusedInState(State state, Set<String> allowed) {
            Refusal refusal = refused(Kind.STATE, "not-in-this-state");
            assertThat(refusal.state()).isEqualTo(state.name());
            assertThat(refusal.allowed()).isEqualTo(List.copyOf(new TreeSet<>(allowed)));
            assertThat(refusal.chinese()).contains(state.chinese());
        }

        Refusal refusal() {
            AtomicReference<Refusal> seen = new AtomicReference<>();
            result.expectNoEvents().expectException(new CustomMatcher<Object>("a refusal") {
                @Override
                public boolean matches(Object exception) {
                    if (exception instanceof Refused refused) {
                        seen.set(refused.refusal());
                    }
                    return seen.get() != null;
                }
            });
            return seen.get();
        }
    }
}
