package cn.huiying.command.petition;

import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every state: it is taken, or refused with the state and what is possible in it. */
class StagesAndCommandsTest {

    /** What domain 9.4 allows, by state, as far as it is built. */
    private static final Map<State, Set<String>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    State.PENDING_REVIEW,
                    Set.of("request-correction", "reject", "redirect", "merge", "accept", "withdraw")),
            Map.entry(State.AWAITING_CORRECTION, Set.of("correct", "lapse-correction", "withdraw")),
            Map.entry(
                    State.ACCEPTED,
                    Set.of("redirect", "merge", "dispatch", "designate", "withdraw", "publish", "take-down")),
            Map.entry(
                    State.DISPATCHED,
                    Set.of("sign", "request-return", "decide-return", "designate", "withdraw", "publish", "take-down")),
            Map.entry(
                    State.HANDLING,
                    Set.of(
                            "request-return",
                            "decide-return",
                            "log-contact",
                            "log-site-visit",
                            "post-progress",
                            "submit-reply",
                            "withdraw",
                            "publish",
                            "take-down")),
            Map.entry(
                    State.REPLY_IN_REVIEW,
                    Set.of("return-reply", "approve-reply", "confirm-reply", "withdraw", "publish", "take-down")),
            Map.entry(State.RESOLVED, Set.of("evaluate", "lapse-evaluation", "publish", "publish-reply", "take-down")),
            Map.entry(State.CLOSED, Set.of("publish", "publish-reply", "take-down")),
            Map.entry(State.NOT_ACCEPTED, Set.of()),
            Map.entry(State.REDIRECTED, Set.of()),
            Map.entry(State.MERGED, Set.of()),
            Map.entry(State.WITHDRAWN, Set.of())));

    private static PetitionStory in(State state) {
        return switch (state) {
            case PENDING_REVIEW -> aPetition().submitted();
            case AWAITING_CORRECTION -> aPetition().awaitingCorrection();
            case NOT_ACCEPTED -> aPetition().notAccepted();
            case REDIRECTED -> aPetition().redirected();
            case MERGED -> aPetition().merged();
            case WITHDRAWN -> aPetition().withdrawn();
            case ACCEPTED -> aPetition().accepted();
            case DISPATCHED -> aPetition().dispatched();
            case HANDLING -> aPetition().handled();
            case REPLY_IN_REVIEW -> aPetition().replied();
            case RESOLVED -> aPetition().resolved();
            case CLOSED -> aPetition().closed();
        };
    }

    /** A petition in the state in which nothing but the state could stand against the command. */
    private static PetitionStory ready(State state, String slug) {
        return switch (slug) {
            case "designate" ->
                state == State.ACCEPTED
                        ? aPetition().returnGranted()
                        : aPetition().returnRequested();
            case "decide-return" -> in(state).returnRequested();
            case "confirm-reply" -> aPetition().approvedWithACheckDue();
            case "take-down", "publish-reply" -> in(state).published();
            default -> in(state);
        };
    }

    private static Instant moment(String slug) {
        return slug.startsWith("lapse-") ? Moments.endOf("2023-04-30") : Moments.MONDAY;
    }

    /** Someone who may send the command, an officer where officers may. */
    private static Actor someoneWhoMay(String slug) {
        List<Role> roles = Arrays.asList(
                PetitionActions.of(PetitionActions.bySlug().get(slug)).roles());
        return People.inRole(roles.contains(Role.INTAKE_OFFICER) ? Role.INTAKE_OFFICER : roles.getFirst());
    }

    private static Stream<Arguments> pairs(boolean allowed) {
        return Arrays.stream(State.values()).flatMap(state -> PetitionActions.bySlug().keySet().stream()
                .filter(slug -> !slug.equals("submit"))
                .filter(slug -> ALLOWED.get(state).contains(slug) == allowed)
                .map(slug -> Arguments.of(state, slug)));
    }

    static Stream<Arguments> allowed_pairs() {
        return pairs(true);
    }

    static Stream<Arguments> other_pairs() {
        return pairs(false);
    }

    @ParameterizedTest
    @MethodSource("allowed_pairs")
    void what_the_procedure_allows_in_a_state_is_taken(State state, String slug) {
        PetitionStory story = ready(state, slug);
        assertThat(story.stage().state()).isEqualTo(state);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), moment(slug));

        given(story)
                .and(aPetition(new PetitionId("PET-2")).handled())
                .when(command, someoneWhoMay(slug))
                .result()
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @MethodSource("other_pairs")
    void everything_else_is_refused_with_the_state_and_what_is_possible_in_it(State state, String slug) {
        PetitionStory story = in(state);
        Actor actor = someoneWhoMay(slug);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), moment(slug));
        Scenario.Then then = given(story).when(command, actor);

        if (actor.agency() != null && story.stage().lead() == null) {
            // Where no agency has the petition, it does not exist for any.
            then.refused(Kind.NOT_FOUND, "petition-not-found");
        } else {
            then.refusedInState(state, ALLOWED.get(state));
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_offered_in_a_state_is_what_the_procedure_allows(State state) {
        assertThat(PetitionActions.allowedIn(in(state).stage()))
                .isEqualTo(List.copyOf(new TreeSet<>(ALLOWED.get(state))));
    }

    @Test
    void every_stage_is_reached_by_some_history() {
        Set<Class<?>> reached = Arrays.stream(State.values())
                .map(state -> in(state).stage().getClass())
                .collect(Collectors.toSet());

        assertThat(records(Stage.class)).isNotEmpty().isEqualTo(reached);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_is_reached_by_some_history(State state) {
        assertThat(in(state).stage().state()).isEqualTo(state);
        assertThat(in(state).stage().facts().petitionId()).isEqualTo(PETITION);
    }

    private static Set<Class<?>> records(Class<?> stage) {
        return stage.isRecord()
                ? Set.of(stage)
                : Arrays.stream(stage.getPermittedSubclasses())
                        .flatMap(permitted -> records(permitted).stream())
                        .collect(Collectors.toSet());
    }
}
