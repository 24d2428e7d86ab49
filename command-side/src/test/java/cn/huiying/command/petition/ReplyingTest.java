package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.approve;
import static cn.huiying.command.petition.Commands.confirm;
import static cn.huiying.command.petition.Commands.reply;
import static cn.huiying.command.petition.Commands.returnReply;
import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 18 to 21 of domain 9.4. */
class ReplyingTest {

    private static final Set<ReplyOutcome> OF_A_SUGGESTION = EnumSet.of(
            ReplyOutcome.ADOPTED, ReplyOutcome.PARTLY_ADOPTED, ReplyOutcome.FOR_REFERENCE, ReplyOutcome.NOT_ADOPTED);
    private static final Set<ReplyOutcome> OF_ANYTHING_ELSE = EnumSet.of(
            ReplyOutcome.SUPPORTED, ReplyOutcome.PARTLY_SUPPORTED, ReplyOutcome.EXPLAINED, ReplyOutcome.NOT_SUPPORTED);

    @Test
    void the_handler_submits_a_reply_with_its_legal_basis_and_evidence() {
        given(aPetition().handled())
                .when(
                        new SubmitReply(
                                PETITION,
                                MONDAY,
                                ReplyOutcome.PARTLY_SUPPORTED,
                                sealed("ReplySubmitted.text"),
                                "《信访工作条例》第三十二条",
                                "会议纪要"),
                        HANDLER)
                .leadsTo(
                        State.REPLY_IN_REVIEW,
                        new ReplySubmitted(
                                PETITION,
                                1,
                                HANDLER.id(),
                                ReplyOutcome.PARTLY_SUPPORTED,
                                sealed("ReplySubmitted.text"),
                                "《信访工作条例》第三十二条",
                                "会议纪要",
                                MONDAY));
    }

    static Stream<Arguments> outcomes_that_fit() {
        return outcomes(true);
    }

    static Stream<Arguments> outcomes_that_do_not_fit() {
        return outcomes(false);
    }

    private static Stream<Arguments> outcomes(boolean fit) {
        return Stream.of(Section.values())
                .flatMap(section -> ((section == Section.SUGGESTION) == fit ? OF_A_SUGGESTION : OF_ANYTHING_ELSE)
                        .stream().map(outcome -> Arguments.of(section, outcome)));
    }

    @ParameterizedTest
    @MethodSource("outcomes_that_fit")
    void a_suggestion_is_adopted_or_not_and_everything_else_supported_or_not(Section section, ReplyOutcome outcome) {
        given(aPetition().in(section).handled())
                .when(reply(outcome), HANDLER)
                .leadsTo(
                        State.REPLY_IN_REVIEW,
                        new ReplySubmitted(
                                PETITION,
                                1,
                                HANDLER.id(),
                                outcome,
                                sealed("ReplySubmitted.text"),
                                "《城乡规划法》",
                                "现场照片",
                                MONDAY));
    }

    @ParameterizedTest
    @MethodSource("outcomes_that_do_not_fit")
    void an_outcome_of_another_section_is_refused(Section section, ReplyOutcome outcome) {
        given(aPetition().in(section).handled()).when(reply(outcome), HANDLER).refusedBy("outcome-fits-the-section");
    }

    @ParameterizedTest
    @EnumSource(ReplyOutcome.class)
    void every_outcome_fits_either_a_suggestion_or_everything_else(ReplyOutcome outcome) {
        assertThat(OF_A_SUGGESTION.contains(outcome)).isNotEqualTo(OF_ANYTHING_ELSE.contains(outcome));
    }

    @Test
    void while_a_return_is_pending_nobody_replies() {
        given(aPetition().handled().returnRequested())
                .when(reply(ReplyOutcome.SUPPORTED), HANDLER)
                .refusedBy("nothing-pending-on-the-assignment");
    }

    static Stream<Arguments> reviewers() {
        return Stream.of(LEADER, OFFICER, People.HUILAI_OFFICER)
                .flatMap(reviewer -> Stream.of(
                        Arguments.of(reviewer, aPetition().replied()),
                        Arguments.of(reviewer, aPetition().approvedWithACheckDue())));
    }

    @ParameterizedTest
    @MethodSource("reviewers")
    void the_agencys_leader_or_the_bureau_sends_a_reply_back_with_a_reason(Actor reviewer, PetitionStory story) {
        given(story)
                .when(returnReply(), reviewer)
                .leadsTo(State.HANDLING, new ReplySentBack(PETITION, "请写明期限", MONDAY));
    }

    @Test
    void a_rewritten_reply_is_the_second_one() {
        given(aPetition().sentBack())
                .when(reply(ReplyOutcome.EXPLAINED), HANDLER)
                .leadsTo(
                        State.REPLY_IN_REVIEW,
                        new ReplySubmitted(
                                PETITION,
                                2,
                                HANDLER.id(),
                                ReplyOutcome.EXPLAINED,
                                sealed("ReplySubmitted.text"),
                                "《城乡规划法》",
                                "现场照片",
                                MONDAY));
    }

    @Test
    void an_approved_reply_resolves_the_petition_and_opens_the_evaluation_for_fifteen_days() {
        given(aPetition().repliedBy(HANDLER.id(), ReplyOutcome.PARTLY_SUPPORTED))
                .when(approve(MONDAY), LEADER)
                .leadsTo(
                        State.RESOLVED,
                        new ReplyApproved(PETITION, false, MONDAY),
                        new PetitionResolved(PETITION, ReplyOutcome.PARTLY_SUPPORTED, endOf("2023-03-21"), MONDAY));
    }

    @Test
    void an_evaluation_window_that_would_end_in_the_national_holidays_ends_on_the_next_working_day() {
        Instant fridayBefore = moment("2023-09-15T10:00");

        given(aPetition(fridayBefore).replied())
                .when(approve(fridayBefore), LEADER)
                .leadsTo(
                        State.RESOLVED,
                        new ReplyApproved(PETITION, false, fridayBefore),
                        new PetitionResolved(PETITION, ReplyOutcome.SUPPORTED, endOf("2023-10-07"), fridayBefore));
    }

    @Test
    void whoever_wrote_the_reply_does_not_approve_it_even_as_a_leader() {
        given(aPetition().repliedBy("chen", ReplyOutcome.SUPPORTED))
                .when(approve(MONDAY), new Actor("chen", Role.AGENCY_LEADER, HUILAI_HOUSING, null))
                .refusedBy("a-reply-author-may-not-approve-it");
    }

    @Test
    void four_eyes_look_at_whoever_wrote_the_last_reply() {
        PetitionStory rewritten = aPetition()
                .repliedBy("chen", ReplyOutcome.SUPPORTED)
                .sentBack()
                .repliedBy("lin", ReplyOutcome.SUPPORTED);

        given(rewritten)
                .when(approve(MONDAY), new Actor("lin", Role.AGENCY_LEADER, HUILAI_HOUSING, null))
                .refusedBy("a-reply-author-may-not-approve-it");
    }

    @Test
    void an_approved_reply_to_a_complaint_is_still_checked_by_the_bureau() {
        given(aPetition().ofType(PetitionType.COMPLAINT).replied())
                .when(approve(MONDAY), LEADER)
                .leadsTo(State.REPLY_IN_REVIEW, new ReplyApproved(PETITION, true, MONDAY));
    }

    @ParameterizedTest
    @EnumSource(PetitionType.class)
    void where_every_reply_is_sampled_each_is_checked_by_the_bureau(PetitionType type) {
        given(aPetition().ofType(type).replied())
                .with(Settings.withBureauCheckPercent(100))
                .when(approve(MONDAY), LEADER)
                .leadsTo(State.REPLY_IN_REVIEW, new ReplyApproved(PETITION, true, MONDAY));
    }

    @ParameterizedTest
    @EnumSource(value = PetitionType.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLAINT")
    void where_nothing_is_sampled_only_complaints_are_checked(PetitionType type) {
        given(aPetition().ofType(type).replied())
                .with(Settings.withBureauCheckPercent(0))
                .when(approve(MONDAY), LEADER)
                .leadsTo(
                        State.RESOLVED,
                        new ReplyApproved(PETITION, false, MONDAY),
                        new PetitionResolved(PETITION, ReplyOutcome.SUPPORTED, endOf("2023-03-21"), MONDAY));
    }

    @Test
    void the_reply_to_a_petition_under_supervision_is_checked_by_the_bureau() {
        given(aPetition()
                        .ofType(PetitionType.HELP)
                        .replied()
                        .then(new PetitionPutUnderSupervision(PETITION, "ORD-1", MONDAY)))
                .with(Settings.withBureauCheckPercent(0))
                .when(approve(MONDAY), LEADER)
                .leadsTo(State.REPLY_IN_REVIEW, new ReplyApproved(PETITION, true, MONDAY));
    }

    @Test
    void a_sample_of_a_fifth_takes_about_every_fifth_petition() {
        ProcedureSettings settings = Settings.withBureauCheckPercent(20);
        long sampled = IntStream.range(0, 10_000)
                .mapToObj(i -> new PetitionId("PET-" + i))
                .filter(settings::sampled)
                .count();
        assertThat(sampled).isBetween(1_700L, 2_300L);
    }

    @Test
    void a_reply_is_approved_once() {
        given(aPetition().approvedWithACheckDue()).when(approve(MONDAY), LEADER).refusedBy("not-yet-approved");
    }

    @Test
    void the_bureaus_check_resolves_the_petition() {
        given(aPetition().approvedWithACheckDue())
                .when(confirm(MONDAY), OFFICER)
                .leadsTo(
                        State.RESOLVED,
                        new ReplyConfirmed(PETITION, MONDAY),
                        new PetitionResolved(PETITION, ReplyOutcome.SUPPORTED, endOf("2023-03-21"), MONDAY));
    }

    static Stream<PetitionStory> replies_without_the_agencys_approval() {
        return Stream.of(
                aPetition().replied(),
                aPetition().approvedWithACheckDue().sentBack().replied());
    }

    @ParameterizedTest
    @MethodSource("replies_without_the_agencys_approval")
    void the_bureau_confirms_only_what_the_agency_approved(PetitionStory story) {
        given(story).when(confirm(MONDAY), OFFICER).refusedBy("agency-approval-present");
    }
}
