package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.converting.NoteConversion;
import cn.huiying.command.petition.supervising.NoteMediaReport;
import cn.huiying.command.petition.supervising.PutUnderSupervision;
import cn.huiying.command.petition.supervising.ReleaseFromSupervision;
import cn.huiying.shared.petition.ConversionNoted;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionReleasedFromSupervision;
import cn.huiying.shared.petition.PetitionReportedByMedia;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal.Kind;
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

    /** What domain 9.4 allows, by state. */
    private static final Map<State, Set<String>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    State.PENDING_REVIEW,
                    Set.of(
                            "request-correction",
                            "reject",
                            "redirect",
                            "merge",
                            "accept",
                            "resection",
                            "withdraw",
                            "add-attachment",
                            "remove-attachment",
                            "declare-recusal")),
            Map.entry(
                    State.AWAITING_CORRECTION,
                    Set.of("correct", "withdraw", "add-attachment", "remove-attachment", "declare-recusal")),
            Map.entry(
                    State.ACCEPTED,
                    Set.of(
                            "redirect",
                            "merge",
                            "resection",
                            "dispatch",
                            "designate",
                            "withdraw",
                            "add-attachment",
                            "remove-attachment",
                            "declare-recusal",
                            "publish",
                            "take-down",
                            "hide-attachment")),
            Map.entry(
                    State.DISPATCHED,
                    Set.of(
                            "sign",
                            "request-return",
                            "decide-return",
                            "designate",
                            "explain-delay",
                            "withdraw",
                            "add-attachment",
                            "remove-attachment",
                            "declare-recusal",
                            "publish",
                            "take-down",
                            "hide-attachment")),
            Map.entry(
                    State.HANDLING,
                    Set.of(
                            "sign",
                            "request-return",
                            "decide-return",
                            "propose-co-handler",
                            "add-co-handler",
                            "remove-co-handler",
                            "report-co-handling",
                            "log-contact",
                            "log-site-visit",
                            "post-progress",
                            "study",
                            "request-extension",
                            "decide-extension",
                            "pause-clock",
                            "resume-clock",
                            "explain-delay",
                            "submit-reply",
                            "terminate",
                            "withdraw",
                            "add-attachment",
                            "remove-attachment",
                            "declare-recusal",
                            "publish",
                            "take-down",
                            "hide-attachment")),
            Map.entry(
                    State.REPLY_IN_REVIEW,
                    Set.of(
                            "return-reply",
                            "approve-reply",
                            "confirm-reply",
                            "explain-delay",
                            "withdraw",
                            "add-attachment",
                            "remove-attachment",
                            "declare-recusal",
                            "publish",
                            "take-down",
                            "hide-attachment")),
            Map.entry(State.RESOLVED, answered("evaluate", "record-callback")),
            Map.entry(State.CLOSED, answered()),
            Map.entry(State.TERMINATED, Set.of("publish", "take-down", "hide-attachment")),
            Map.entry(State.ARCHIVED, Set.of("take-down", "hide-attachment", "select", "reward")),
            Map.entry(State.NOT_ACCEPTED, Set.of()),
            Map.entry(State.REDIRECTED, Set.of()),
            Map.entry(State.MERGED, Set.of()),
            Map.entry(State.WITHDRAWN, Set.of())));

    private static Set<String> answered(String... more) {
        return Stream.concat(
                        Stream.of(more),
                        Stream.of(
                                "challenge-evaluation",
                                "decide-challenge",
                                "reopen",
                                "request-reexamination",
                                "conclude-reexamination",
                                "request-review",
                                "conclude-review",
                                "select",
                                "reward",
                                "pause-clock",
                                "resume-clock",
                                "publish",
                                "publish-reply",
                                "take-down",
                                "hide-attachment"))
                .collect(Collectors.toSet());
    }

    private static Stream<Arguments> pairs(boolean allowed) {
        return Arrays.stream(State.values()).flatMap(state -> ProcedureMatrix.commands().stream()
                .filter(slug -> ALLOWED.get(state).contains(slug) == allowed)
                .map(slug -> Arguments.of(state, slug)));
    }

    static Stream<Arguments> allowed_pairs() {
        return pairs(true);
    }

    static Stream<Arguments> other_pairs() {
        return pairs(false);
    }

    static Stream<Arguments> pairs_of_the_platform() {
        return Arrays.stream(State.values()).flatMap(state -> ProcedureMatrix.commandsOfThePlatform().stream()
                .filter(slug -> !Set.of(
                                "hand-over-to-successor",
                                "put-under-supervision",
                                "note-media-report",
                                "note-conversion")
                        .contains(slug))
                .map(slug -> Arguments.of(state, slug)));
    }

    @ParameterizedTest
    @MethodSource("allowed_pairs")
    void what_the_procedure_allows_in_a_state_is_taken(State state, String slug) {
        PetitionStory story = ProcedureMatrix.ready(state, slug);
        assertThat(story.stage().state()).isEqualTo(state);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY);

        assertThat(ProcedureMatrix.send(story, command, ProcedureMatrix.someoneWhoMay(state, slug))
                        .events())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("other_pairs")
    void everything_else_is_refused_with_the_state_and_what_is_possible_in_it(State state, String slug) {
        PetitionStory story = ProcedureMatrix.in(state);
        Actor actor = ProcedureMatrix.someoneWhoMay(state, slug);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY);
        Scenario.Then then = given(story).when(command, actor);

        boolean others =
                actor.agency() != null && !actor.agency().equals(story.stage().lead());
        if (others) {
            // Where the agency does not have the petition, it does not exist for it.
            then.refused(Kind.NOT_FOUND, "petition-not-found");
        } else {
            then.refusedInState(state, ALLOWED.get(state));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs_of_the_platform")
    void time_passes_in_every_state_and_changes_nothing_before_something_is_due(State state, String slug) {
        given(ProcedureMatrix.in(state))
                .when(Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY), People.PLATFORM)
                .changesNothing();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void an_order_is_noted_in_every_state_once_until_it_ends(State state) {
        PetitionStory story = ProcedureMatrix.in(state);
        PetitionPutUnderSupervision put = new PetitionPutUnderSupervision(PETITION, "ORD-1", MONDAY);
        PetitionReleasedFromSupervision released = new PetitionReleasedFromSupervision(PETITION, "ORD-1", MONDAY);
        given(story)
                .when(new PutUnderSupervision(PETITION, MONDAY, "ORD-1"), People.PLATFORM)
                .leadsTo(state, put);
        story.then(put);
        given(story)
                .when(new PutUnderSupervision(PETITION, MONDAY, "ORD-1"), People.PLATFORM)
                .changesNothing();
        given(story)
                .when(new ReleaseFromSupervision(PETITION, MONDAY, "ORD-1"), People.PLATFORM)
                .leadsTo(state, released);
        story.then(new PetitionPutUnderSupervision(PETITION, "ORD-2", MONDAY)).then(released);
        assertThat(story.stage().facts().supervised()).isTrue();
        story.then(new PetitionReleasedFromSupervision(PETITION, "ORD-2", MONDAY));
        assertThat(story.stage().facts().supervised()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void that_the_media_reported_is_noted_in_every_state_once(State state) {
        PetitionStory story = ProcedureMatrix.in(state);
        PetitionReportedByMedia reported = new PetitionReportedByMedia(PETITION, "LEAD-1", MONDAY);
        NoteMediaReport note = new NoteMediaReport(PETITION, MONDAY, "LEAD-1");
        given(story).when(note, People.PLATFORM).leadsTo(state, reported);
        given(story.then(reported)).when(note, People.PLATFORM).changesNothing();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_became_of_a_suggestion_is_noted_in_every_state_once(State state) {
        PetitionStory story = ProcedureMatrix.in(state);
        MeasureId measure = new MeasureId("MEA-1");
        ConversionNoted underWay =
                new ConversionNoted(PETITION, measure, "公交调整", "445224-101", MeasureState.UNDER_WAY, MONDAY);
        NoteConversion note =
                new NoteConversion(PETITION, MONDAY, measure, "公交调整", "445224-101", MeasureState.UNDER_WAY);
        given(story).when(note, People.PLATFORM).leadsTo(state, underWay);
        given(story.then(underWay)).when(note, People.PLATFORM).changesNothing();
        ConversionNoted completed =
                new ConversionNoted(PETITION, measure, "公交调整", "445224-101", MeasureState.COMPLETED, MONDAY);
        NoteConversion end =
                new NoteConversion(PETITION, MONDAY, measure, "公交调整", "445224-101", MeasureState.COMPLETED);
        given(story).when(end, People.PLATFORM).leadsTo(state, completed);
        // What is read again, from the beginning, tells nothing again.
        given(story.then(completed)).when(note, People.PLATFORM).changesNothing();
        given(story.then(completed)).when(end, People.PLATFORM).changesNothing();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_offered_in_a_state_is_what_the_procedure_allows(State state) {
        assertThat(PetitionActions.allowedIn(ProcedureMatrix.in(state).stage()))
                .isEqualTo(List.copyOf(new TreeSet<>(ALLOWED.get(state))));
    }

    @Test
    void every_stage_is_reached_by_some_history() {
        Set<Class<?>> reached = Arrays.stream(State.values())
                .map(state -> ProcedureMatrix.in(state).stage().getClass())
                .collect(Collectors.toSet());

        assertThat(records(Stage.class)).isNotEmpty().isEqualTo(reached);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_is_reached_by_some_history(State state) {
        assertThat(ProcedureMatrix.in(state).stage().state()).isEqualTo(state);
        assertThat(ProcedureMatrix.in(state).stage().facts().petitionId()).isEqualTo(PETITION);
    }

    private static Set<Class<?>> records(Class<?> stage) {
        return stage.isRecord()
                ? Set.of(stage)
                : Arrays.stream(stage.getPermittedSubclasses())
                        .flatMap(permitted -> records(permitted).stream())
                        .collect(Collectors.toSet());
    }
}
