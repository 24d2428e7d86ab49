package cn.huiying.shared.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two policies that ship, against the tables of the domain. */
class BuiltInPoliciesTest {

    @Test
    void policy_h_has_every_row_of_the_table_of_deadlines() {
        assertThat(Some.H.checkpoints())
                .extracting(
                        Checkpoint::code, Checkpoint::start, Checkpoint::amount, Checkpoint::unit, Checkpoint::onBreach)
                .containsExactly(
                        tuple("D1", Start.SUBMISSION, 1, Unit.WORKDAY, OnBreach.BUREAU_LEADER),
                        tuple("D1s", Start.DISPATCH, 1, Unit.WORKDAY, OnBreach.REMINDER_THEN_SUPERVISION),
                        tuple("D-ret", Start.DISPATCH, 1, Unit.WORKDAY, OnBreach.LAPSES),
                        tuple("D-ret-dec", Start.RETURN_REQUEST, 1, Unit.WORKDAY, OnBreach.ESCALATE),
                        tuple("D3c", Start.DISPATCH, 3, Unit.WORKDAY, OnBreach.NOTHING),
                        tuple("D3", Start.DISPATCH, 3, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D5", Start.DISPATCH, 5, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D7", Start.DISPATCH, 7, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D15", Start.DISPATCH, 15, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D-review-agency", Start.REPLY, 1, Unit.WORKDAY, OnBreach.REMINDER),
                        tuple("D-review-bureau", Start.AGENCY_APPROVAL, 1, Unit.WORKDAY, OnBreach.REMINDER),
                        tuple("D-corr", Start.CORRECTION_REQUEST, 5, Unit.WORKDAY, OnBreach.LAPSES),
                        tuple("D-eval", Start.RESOLUTION, 15, Unit.CALENDAR_DAY, OnBreach.LAPSES),
                        tuple("D-callback", Start.CALLBACK_REQUIRED, 2, Unit.WORKDAY, OnBreach.REMINDER),
                        tuple("D-15", Start.SUBMISSION, 15, Unit.CALENDAR_DAY, OnBreach.COMPLIANCE_ALARM),
                        tuple("D-60", Start.ACCEPTANCE, 60, Unit.CALENDAR_DAY, OnBreach.COMPLIANCE_ALARM),
                        tuple("D-recheck", Start.RESOLUTION, 30, Unit.CALENDAR_DAY, OnBreach.LAPSES),
                        tuple(
                                "D-recheck-opinion",
                                Start.REEXAMINATION_REQUEST,
                                30,
                                Unit.CALENDAR_DAY,
                                OnBreach.COMPLIANCE_ALARM),
                        tuple("D-review2", Start.REEXAMINATION_OPINION, 30, Unit.CALENDAR_DAY, OnBreach.LAPSES),
                        tuple(
                                "D-review2-opinion",
                                Start.REVIEW_REQUEST,
                                30,
                                Unit.CALENDAR_DAY,
                                OnBreach.COMPLIANCE_ALARM),
                        tuple("D-archive", Start.CLOSING, 30, Unit.CALENDAR_DAY, OnBreach.NOTHING),
                        tuple("D-prop", Start.PROPOSAL, 30, Unit.CALENDAR_DAY, OnBreach.CIRCULAR_LIST));
    }

    @Test
    void policy_m_counts_its_milestones_from_submission() {
        assertThat(Some.M.checkpoints())
                .filteredOn(checkpoint -> checkpoint.start() == Start.SUBMISSION)
                .extracting(Checkpoint::code, Checkpoint::amount, Checkpoint::unit, Checkpoint::onBreach)
                .containsExactly(
                        tuple("D1", 1, Unit.WORKDAY, OnBreach.BUREAU_LEADER),
                        tuple("D1s", 3, Unit.WORKDAY, OnBreach.REMINDER_THEN_SUPERVISION),
                        tuple("D3c", 3, Unit.WORKDAY, OnBreach.NOTHING),
                        tuple("D-interim", 5, Unit.WORKDAY, OnBreach.REMINDER),
                        tuple("D7", 7, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D15", 15, Unit.WORKDAY, OnBreach.LADDER),
                        tuple("D-15", 15, Unit.CALENDAR_DAY, OnBreach.COMPLIANCE_ALARM));
    }

    @Test
    void both_differ_in_their_milestones_only() {
        List<Checkpoint> common = new ArrayList<>(Some.M.checkpoints());
        common.retainAll(Some.H.checkpoints());
        assertThat(common)
                .extracting(Checkpoint::code)
                .containsExactly(
                        "D1",
                        "D-ret",
                        "D-ret-dec",
                        "D-review-agency",
                        "D-review-bureau",
                        "D-corr",
                        "D-eval",
                        "D-callback",
                        "D-15",
                        "D-60",
                        "D-recheck",
                        "D-recheck-opinion",
                        "D-review2",
                        "D-review2-opinion",
                        "D-archive",
                        "D-prop");
        for (DeadlinePolicy policy : List.of(Some.H, Some.M)) {
            assertThat(policy.version()).isEqualTo(1);
            assertThat(policy.effectiveFrom()).isEqualTo(Instant.parse("2021-10-31T16:00:00Z"));
            assertThat(policy.dueMoment()).isEqualTo(DueMoment.END_OF_DAY);
            assertThat(policy.extension()).isEqualTo(new DeadlinePolicy.Extension(1, 30, 1));
            assertThat(policy.reopening()).isEqualTo(new DeadlinePolicy.Reopening(2, 7));
            assertThat(policy.lights()).isEqualTo(new DeadlinePolicy.Lights(1, 4));
            assertThat(policy.ladder()).isEqualTo(new DeadlinePolicy.Ladder(3, 5));
            assertThat(policy.maxPauseWorkdays()).isEqualTo(15);
        }
    }

    @Test
    void legal_alarms_and_rights_that_lapse_give_the_petition_no_light() {
        for (DeadlinePolicy policy : List.of(Some.H, Some.M)) {
            for (Checkpoint checkpoint : policy.checkpoints()) {
                assertThat(checkpoint.light())
                        .as(checkpoint.code())
                        .isEqualTo(
                                switch (checkpoint.onBreach()) {
                                    case COMPLIANCE_ALARM, LAPSES, CIRCULAR_LIST -> false;
                                    default -> !checkpoint.duty().isARight();
                                });
            }
        }
    }

    @Test
    void pausing_the_clock_stops_the_main_limit_and_the_hearing_of_a_review() {
        assertThat(Some.H.checkpoints())
                .filteredOn(Checkpoint::clockPauses)
                .extracting(Checkpoint::code)
                .containsExactly("D3", "D5", "D7", "D15", "D-review2-opinion");
        assertThat(Some.M.checkpoints())
                .filteredOn(Checkpoint::clockPauses)
                .extracting(Checkpoint::code)
                .containsExactly("D7", "D15", "D-review2-opinion");
    }

    @Test
    void before_acceptance_nothing_runs_that_depends_on_the_class() {
        assertThat(codes(Some.H, Start.SUBMISSION, Some.NEW)).containsExactly("D1", "D-15");
        assertThat(codes(Some.M, Start.SUBMISSION, Some.NEW)).containsExactly("D1", "D1s", "D3c", "D-interim", "D-15");
    }

    @Test
    void every_section_type_class_and_limit_class_has_its_own_final_reply_and_legal_alarms() {
        Map<LimitClass, String> finalReplyInH =
                Map.of(LimitClass.C3, "D3", LimitClass.C5, "D5", LimitClass.C7, "D7", LimitClass.C15, "D15");
        Map<LimitClass, String> finalReplyInM =
                Map.of(LimitClass.C3, "D7", LimitClass.C5, "D7", LimitClass.C7, "D7", LimitClass.C15, "D15");
        int matters = 0;
        for (Section section : Section.values()) {
            for (PetitionType type : PetitionType.values()) {
                for (PetitionClass petitionClass : PetitionClass.values()) {
                    for (LimitClass limitClass : LimitClass.values()) {
                        for (Urgency urgency : Urgency.values()) {
                            Matter matter =
                                    new Matter(section, type, petitionClass, limitClass, urgency, Instant.EPOCH);
                            matters++;
                            assertThat(codes(Some.H, Start.SUBMISSION, matter)).containsExactly("D1", "D-15");
                            assertThat(codes(Some.H, Start.DISPATCH, matter))
                                    .containsExactly("D1s", "D-ret", "D3c", finalReplyInH.get(limitClass));
                            assertThat(codes(Some.M, Start.SUBMISSION, matter))
                                    .containsExactly(
                                            "D1", "D1s", "D3c", "D-interim", finalReplyInM.get(limitClass), "D-15");
                            assertThat(codes(Some.M, Start.DISPATCH, matter)).containsExactly("D-ret");
                            boolean claim = petitionClass == PetitionClass.CLAIM;
                            for (DeadlinePolicy policy : List.of(Some.H, Some.M)) {
                                assertThat(codes(policy, Start.ACCEPTANCE, matter))
                                        .isEqualTo(claim ? List.of("D-60") : List.of());
                                assertThat(codes(policy, Start.RESOLUTION, matter))
                                        .isEqualTo(claim ? List.of("D-eval", "D-recheck") : List.of("D-eval"));
                                assertThat(codes(policy, Start.REEXAMINATION_REQUEST, matter))
                                        .isEqualTo(claim ? List.of("D-recheck-opinion") : List.of());
                                assertThat(codes(policy, Start.REEXAMINATION_OPINION, matter))
                                        .isEqualTo(claim ? List.of("D-review2") : List.of());
                                assertThat(codes(policy, Start.REVIEW_REQUEST, matter))
                                        .isEqualTo(claim ? List.of("D-review2-opinion") : List.of());
                            }
                        }
                    }
                }
            }
        }
        assertThat(matters).isEqualTo(4 * 5 * 3 * 4 * 3);
    }

    private static List<String> codes(DeadlinePolicy policy, Start start, Matter matter) {
        return policy.startedBy(start, matter).stream().map(Checkpoint::code).toList();
    }
}
