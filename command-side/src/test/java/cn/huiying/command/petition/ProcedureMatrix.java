package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Directory.MERGED;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.People.handlerOf;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.PICTURE;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;

import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.util.Arrays;
import java.util.List;

/** Every state with a history that leads to it, and for each command the history in which only the state could stand against it. */
final class ProcedureMatrix {

    private static final String POLICY = "JY-1-3-5-7-15-H";

    private ProcedureMatrix() {}

    /** The commands people send to a petition that is there. */
    static List<String> commands() {
        return PetitionActions.bySlug().keySet().stream()
                .filter(slug -> !slug.equals("submit") && !ofThePlatform(slug))
                .toList();
    }

    static List<String> commandsOfThePlatform() {
        return PetitionActions.bySlug().keySet().stream()
                .filter(ProcedureMatrix::ofThePlatform)
                .toList();
    }

    private static boolean ofThePlatform(String slug) {
        return PetitionActions.of(PetitionActions.bySlug().get(slug)).roles()[0] == Role.SYSTEM;
    }

    static PetitionStory in(State state) {
        return in(state, aPetition());
    }

    private static PetitionStory in(State state, PetitionStory petition) {
        return switch (state) {
            case PENDING_REVIEW -> petition.submitted();
            case AWAITING_CORRECTION -> petition.awaitingCorrection();
            case NOT_ACCEPTED -> petition.notAccepted();
            case REDIRECTED -> petition.redirected();
            case MERGED -> petition.merged();
            case WITHDRAWN -> petition.withdrawn();
            case ACCEPTED -> petition.accepted();
            case DISPATCHED -> petition.dispatched();
            case HANDLING -> petition.handled();
            case REPLY_IN_REVIEW -> petition.replied();
            case RESOLVED -> petition.resolved();
            case CLOSED -> petition.closed();
            case TERMINATED -> petition.terminated();
            case ARCHIVED -> petition.archived();
        };
    }

    /** A petition in the state in which nothing but the state could stand against the command. */
    static PetitionStory ready(State state, String slug) {
        PetitionStory withDeadlines = aPetition().underPolicy(POLICY);
        return switch (slug) {
            case "designate" ->
                state == State.ACCEPTED
                        ? aPetition().returnGranted()
                        : aPetition().returnRequested();
            case "decide-return" -> in(state).returnRequested();
            case "confirm-reply" -> aPetition().approvedWithACheckDue();
            case "remove-attachment", "hide-attachment" -> in(state).pictured(PICTURE, true);
            case "take-down", "publish-reply" -> in(state).published();
            case "resection" -> in(state, aPetition().in(Section.SUGGESTION));
            case "sign", "report-co-handling" ->
                state == State.HANDLING
                        ? slug.equals("sign")
                                ? aPetition().coHandledBy(HUILAI_TRAFFIC)
                                : aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerSigned(HUILAI_TRAFFIC)
                        : in(state);
            case "add-co-handler" -> aPetition().coHandlerProposed(HUILAI_TRAFFIC, false);
            case "remove-co-handler" -> aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerProposed(HUILAI_TRAFFIC, true);
            case "request-extension" -> in(state, withDeadlines);
            case "decide-extension" -> in(state, withDeadlines).extensionRequested(3);
            case "pause-clock" ->
                state == State.HANDLING
                        ? in(state, withDeadlines)
                        : in(state, withDeadlines).reviewRequested();
            case "resume-clock" ->
                (state == State.HANDLING
                                ? in(state, withDeadlines)
                                : in(state, withDeadlines).reviewRequested())
                        .paused(
                                PauseReason.HEARING,
                                endOf("2023-03-10"),
                                state == State.HANDLING ? "D7" : "D-review2-opinion");
            case "explain-delay" -> in(state, withDeadlines).then(new DeadlineMissed(PETITION, "D7", MONDAY));
            case "study" -> in(state, aPetition().in(Section.SUGGESTION));
            case "select" -> in(state, aPetition().in(Section.SUGGESTION).adopted());
            case "reward" ->
                in(state, aPetition().in(Section.SUGGESTION).adopted())
                        .then(new SuggestionSelected(PETITION, "说明", MONDAY));
            case "record-callback" -> aPetition().ratedDissatisfied();
            case "challenge-evaluation" -> state == State.RESOLVED ? aPetition().ratedDissatisfied() : in(state);
            case "decide-challenge" ->
                (state == State.RESOLVED ? aPetition().ratedDissatisfied() : in(state)).ratingChallenged();
            case "request-reexamination" -> in(state, withDeadlines);
            case "conclude-reexamination" -> in(state, withDeadlines).reexaminationRequested();
            case "request-review" -> in(state, withDeadlines).reexaminationConcluded();
            case "conclude-review" -> in(state, withDeadlines).reviewRequested();
            default -> in(state);
        };
    }

    /** Someone who may send the command, an officer where officers may. */
    static Actor someoneWhoMay(State state, String slug) {
        if (slug.equals("report-co-handling") || slug.equals("sign") && state == State.HANDLING) {
            return handlerOf(HUILAI_TRAFFIC);
        }
        if (slug.equals("reopen")) {
            return People.inRole(Role.SUPERVISOR);
        }
        List<Role> roles = Arrays.asList(
                PetitionActions.of(PetitionActions.bySlug().get(slug)).roles());
        return People.inRole(roles.contains(Role.INTAKE_OFFICER) ? Role.INTAKE_OFFICER : roles.getFirst());
    }

    static Scenario.Then send(PetitionStory story, Object command, Actor actor) {
        return given(story).and(aPetition(new PetitionId("PET-2")).handled()).when(command, actor);
    }
}
