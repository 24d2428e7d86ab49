package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Directory.MERGED;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.justBefore;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.PLATFORM;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.explaining.ExplainDelay;
import cn.huiying.command.petition.handingover.HandOverToSuccessor;
import cn.huiying.command.petition.resectioning.ResectionPetition;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.LadderStep;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moving to another section, explaining a delay, and handing over to a successor. */
class OtherRulesTest {

    private static final String H = "JY-1-3-5-7-15-H";

    @Test
    void a_personal_claim_filed_as_a_suggestion_moves_to_the_messages() {
        given(aPetition().in(Section.SUGGESTION).submitted())
                .when(new ResectionPetition(PETITION, MONDAY, Section.MASS_MESSAGE, "属于个人诉求"), OFFICER)
                .leadsTo(
                        State.PENDING_REVIEW,
                        new PetitionResectioned(PETITION, Section.MASS_MESSAGE, "属于个人诉求", MONDAY));
        given(aPetition().submitted())
                .when(new ResectionPetition(PETITION, MONDAY, Section.MASS_MESSAGE, "属于个人诉求"), OFFICER)
                .refusedBy("another-section");
    }

    @Test
    void a_petition_that_moved_is_answered_as_one_of_its_new_section() {
        PetitionStory moved = aPetition()
                .in(Section.SUGGESTION)
                .submitted()
                .then(new PetitionResectioned(PETITION, Section.MASS_MESSAGE, "属于个人诉求", MONDAY))
                .handled();
        given(moved).when(Commands.reply(ReplyOutcome.ADOPTED), HANDLER).refusedBy("outcome-fits-the-section");
    }

    @Test
    void a_delay_is_explained_once_there_is_one_and_no_circular_is_drafted_then() {
        PetitionStory handled = aPetition().underPolicy(H).handled();
        given(handled).when(new ExplainDelay(PETITION, MONDAY, "等待施工"), LEADER).refusedBy("only-a-delay-is-explained");

        Instant late = moment("2023-03-16T09:00");
        List<PetitionEvent> events = given(handled)
                .when(new ExplainDelay(PETITION, late, "等待施工"), LEADER)
                .events();
        assertThat(events).contains(new DelayExplained(PETITION, "等待施工", late));

        PetitionStory explained = handled.at(late).then(new DelayExplained(PETITION, "等待施工", late));
        assertThat(given(explained)
                        .when(Commands.timePasses(moment("2023-04-01T09:00")), PLATFORM)
                        .events())
                .contains(new DeadlineEscalated(PETITION, "D7", LadderStep.SUPERVISOR_TASK, endOf("2023-03-20")))
                .noneMatch(event -> event instanceof DeadlineEscalated e && e.step() == LadderStep.CIRCULAR_DRAFT);
    }

    @Test
    void without_an_explanation_the_ladder_is_climbed_to_its_end_whenever_it_is_noticed() {
        assertThat(given(aPetition().underPolicy(H).handled())
                        .when(Commands.timePasses(moment("2023-04-01T09:00")), PLATFORM)
                        .events())
                .containsSubsequence(
                        new YellowAlertRaised(PETITION, "D3c", endOf("2023-03-09"), endOf("2023-03-08")),
                        new RedAlertRaised(PETITION, "D3c", endOf("2023-03-09")),
                        new DeadlineMissed(PETITION, "D3c", endOf("2023-03-09")),
                        new YellowAlertRaised(PETITION, "D7", endOf("2023-03-15"), endOf("2023-03-14")),
                        new RedAlertRaised(PETITION, "D7", endOf("2023-03-15")),
                        new DeadlineMissed(PETITION, "D7", endOf("2023-03-15")),
                        new DeadlineEscalated(PETITION, "D7", LadderStep.SUPERVISOR_TASK, endOf("2023-03-20")),
                        new DeadlineEscalated(PETITION, "D7", LadderStep.CIRCULAR_DRAFT, endOf("2023-03-22")));
    }

    @Test
    void what_was_due_before_a_command_is_recorded_before_it_though_no_sweep_came_by() {
        assertThat(given(aPetition().underPolicy(H).dispatched())
                        .when(Commands.sign(moment("2023-03-08T00:30")), HANDLER)
                        .events())
                .containsExactly(
                        new YellowAlertRaised(PETITION, "D1s", endOf("2023-03-07"), endOf("2023-03-06")),
                        new RedAlertRaised(PETITION, "D1s", endOf("2023-03-07")),
                        new DeadlineMissed(PETITION, "D1s", endOf("2023-03-07")),
                        new AssignmentSigned(PETITION, HUILAI_HOUSING, moment("2023-03-08T00:30")));
    }

    @Test
    void a_petition_that_lapsed_misses_nothing_more_however_late_the_sweep_comes_by() {
        assertThat(given(aPetition().underPolicy(H).awaitingCorrection())
                        .when(Commands.timePasses(moment("2023-06-01T09:00")), PLATFORM)
                        .events())
                .containsExactly(new CorrectionLapsed(PETITION, endOf("2023-03-13"), endOf("2023-03-13")));
    }

    @Test
    void a_petition_nobody_rated_is_closed_and_archived_by_one_late_sweep() {
        assertThat(given(aPetition().underPolicy(H).resolved())
                        .when(Commands.timePasses(moment("2023-06-01T09:00")), PLATFORM)
                        .events())
                .contains(new PetitionClosed(PETITION, ClosingReason.EVALUATION_LAPSED, endOf("2023-03-21")))
                .contains(new PetitionArchived(PETITION, endOf("2023-04-21")));
    }

    @Test
    void what_is_done_in_time_is_met() {
        assertThat(given(aPetition().underPolicy(H).dispatched())
                        .when(Commands.sign(justBefore(endOf("2023-03-07"))), HANDLER)
                        .events())
                .containsExactly(
                        new YellowAlertRaised(PETITION, "D1s", endOf("2023-03-07"), endOf("2023-03-06")),
                        new AssignmentSigned(PETITION, HUILAI_HOUSING, justBefore(endOf("2023-03-07"))),
                        new DeadlineMet(PETITION, "D1s", endOf("2023-03-07"), justBefore(endOf("2023-03-07"))));
    }

    @Test
    void a_successor_takes_over_what_a_merged_agency_has_in_hand() {
        given(aPetition().handledBy(MERGED))
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(State.HANDLING, new LeadChanged(PETITION, MERGED, HUILAI_TRAFFIC, "承办单位合并或者撤销", MONDAY));
        given(aPetition().coHandledBy(MERGED))
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(
                        State.HANDLING,
                        new CoHandlerRemoved(PETITION, MERGED, "承办单位合并或者撤销", MONDAY),
                        new CoHandlerAdded(PETITION, HUILAI_TRAFFIC, "承办单位合并或者撤销", MONDAY));
    }

    @Test
    void a_successor_that_takes_part_already_is_not_added_again() {
        given(aPetition().handledBy(HUILAI_TRAFFIC).coHandledBy(MERGED))
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(State.HANDLING, new CoHandlerRemoved(PETITION, MERGED, "承办单位合并或者撤销", MONDAY));
    }

    @Test
    void an_agency_that_was_not_merged_keeps_its_petitions() {
        given(aPetition().handled())
                .when(new HandOverToSuccessor(PETITION, MONDAY, HUILAI_HOUSING), PLATFORM)
                .changesNothing();
    }

    @Test
    void an_accusation_is_not_handed_over_to_the_accused_but_dispatched_anew() {
        PetitionStory accusation = aPetition().accusing(HUILAI_TRAFFIC).handledBy(MERGED);
        given(accusation)
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(State.ACCEPTED, new ReturnGranted(PETITION, MERGED, "承办单位合并或者撤销", MONDAY));
        given(accusation.replied())
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(State.ACCEPTED, new ReturnGranted(PETITION, MERGED, "承办单位合并或者撤销", MONDAY));
        given(aPetition().accusing(HUILAI_TRAFFIC).handledBy(MERGED).resolved())
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .changesNothing();
        given(aPetition().accusing(HUILAI_TRAFFIC).coHandledBy(MERGED))
                .when(new HandOverToSuccessor(PETITION, MONDAY, MERGED), PLATFORM)
                .leadsTo(State.HANDLING, new CoHandlerRemoved(PETITION, MERGED, "承办单位合并或者撤销", MONDAY));
    }
}
