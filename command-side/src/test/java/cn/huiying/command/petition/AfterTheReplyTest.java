package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_GOVERNMENT;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.justBefore;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.BUREAU_LEADER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.PLATFORM;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.callingback.RecordCallback;
import cn.huiying.command.petition.challenging.ChallengeEvaluation;
import cn.huiying.command.petition.challenging.DecideChallenge;
import cn.huiying.command.petition.reexamining.ConcludeReexamination;
import cn.huiying.command.petition.reexamining.ConcludeReview;
import cn.huiying.command.petition.reexamining.RequestReexamination;
import cn.huiying.command.petition.reexamining.RequestReview;
import cn.huiying.command.petition.reopening.ReopenPetition;
import cn.huiying.command.petition.terminating.TerminateHandling;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Start;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows 22b, 24, 25, 26 and 28 of domain 9.4. */
class AfterTheReplyTest {

    private static final String H = "JY-1-3-5-7-15-H";

    private static RecordCallback callback(Boolean reached, Boolean solved, Boolean reasonable, Boolean again) {
        return new RecordCallback(PETITION, MONDAY, reached, solved, reasonable, again, null, null);
    }

    private static ReopenPetition reopen() {
        return new ReopenPetition(PETITION, MONDAY, "问题未解决");
    }

    // 22b. Call-back.

    @Test
    void a_call_back_that_explains_the_answer_closes_the_petition() {
        given(aPetition().ratedDissatisfied())
                .when(callback(true, true, false, false), OFFICER)
                .leadsTo(
                        State.CLOSED,
                        new CallbackRecorded(PETITION, true, true, false, null, null, MONDAY),
                        new PetitionClosed(PETITION, ClosingReason.EXPLAINED, MONDAY));
    }

    @Test
    void a_call_back_that_finds_the_bad_rating_reasonable_has_the_petition_handled_again() {
        given(aPetition().ratedDissatisfied())
                .when(callback(true, false, true, true), OFFICER)
                .leadsTo(
                        State.HANDLING,
                        new CallbackRecorded(PETITION, true, false, true, null, null, MONDAY),
                        new PetitionReopened(PETITION, 1, "回访后重办", MONDAY));
    }

    @Test
    void an_author_who_was_not_reached_is_called_again() {
        given(aPetition().ratedDissatisfied())
                .when(callback(false, null, null, null), OFFICER)
                .leadsTo(State.RESOLVED, new CallbackRecorded(PETITION, false, null, false, null, null, MONDAY));
        given(aPetition().calledBack(false))
                .when(callback(true, true, false, false), OFFICER)
                .result()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_is_called_back_who_is_not_dissatisfied_or_was_reached() {
        given(aPetition().resolved())
                .when(callback(true, true, true, true), OFFICER)
                .refusedBy("a-callback-is-due");
        given(aPetition().calledBack(true))
                .when(callback(true, true, true, true), OFFICER)
                .refusedBy("a-callback-is-due");
    }

    @Test
    void a_call_that_reached_the_author_tells_everything_and_one_that_did_not_can_not() {
        for (RecordCallback incomplete : List.of(
                callback(true, null, true, true),
                callback(true, true, null, true),
                callback(true, true, true, null),
                callback(false, true, null, null))) {
            given(aPetition().ratedDissatisfied()).when(incomplete, OFFICER).refusedBy("a-callback-is-complete");
        }
    }

    @Test
    void a_rating_is_challenged_once_and_never_altered() {
        given(aPetition().ratedDissatisfied())
                .when(new ChallengeEvaluation(PETITION, MONDAY, "与事实不符"), LEADER)
                .leadsTo(State.RESOLVED, new EvaluationChallenged(PETITION, "与事实不符", MONDAY));
        given(aPetition().ratedDissatisfied().ratingChallenged())
                .when(new ChallengeEvaluation(PETITION, MONDAY, "与事实不符"), LEADER)
                .refusedBy("one-challenge-of-a-rating");
        given(aPetition().resolved())
                .when(new ChallengeEvaluation(PETITION, MONDAY, "与事实不符"), LEADER)
                .refusedBy("one-challenge-of-a-rating");
    }

    @Test
    void the_bureau_excludes_a_challenged_rating_or_upholds_it() {
        PetitionStory challenged = aPetition().ratedDissatisfied().ratingChallenged();
        given(challenged)
                .when(new DecideChallenge(PETITION, MONDAY, true, "恶意差评"), OFFICER)
                .leadsTo(State.RESOLVED, new EvaluationExcluded(PETITION, "恶意差评", MONDAY));
        given(challenged)
                .when(new DecideChallenge(PETITION, MONDAY, false, "评价合理"), OFFICER)
                .leadsTo(State.RESOLVED, new EvaluationUpheld(PETITION, "评价合理", MONDAY));
        given(aPetition().ratedDissatisfied())
                .when(new DecideChallenge(PETITION, MONDAY, true, "恶意差评"), OFFICER)
                .refusedBy("a-challenge-is-pending");
    }

    // 24. Reopening.

    @Test
    void a_supervisor_reopens_and_an_officer_only_after_a_call_back() {
        given(aPetition().closed())
                .when(reopen(), People.inRole(Role.SUPERVISOR))
                .leadsTo(State.HANDLING, new PetitionReopened(PETITION, 1, "问题未解决", MONDAY));
        given(aPetition().closed()).when(reopen(), OFFICER).refusedBy("officers-reopen-after-a-callback");
        given(aPetition().calledBack(true))
                .when(reopen(), OFFICER)
                .leadsTo(State.HANDLING, new PetitionReopened(PETITION, 1, "问题未解决", MONDAY));
    }

    @Test
    void a_petition_is_reopened_twice_at_most() {
        PetitionStory twice =
                aPetition().reopened().replied().resolved().reopened().replied().resolved();
        given(twice).when(reopen(), People.inRole(Role.SUPERVISOR)).refusedBy("the-rounds-are-not-used-up");
    }

    @Test
    void the_new_limit_is_that_of_the_class_but_seven_working_days_at_most() {
        DeadlineSet set = given(
                        aPetition().underPolicy(H).limitClass(LimitClass.C15).resolved())
                .when(reopen(), People.inRole(Role.SUPERVISOR))
                .events()
                .stream()
                .filter(DeadlineSet.class::isInstance)
                .map(DeadlineSet.class::cast)
                .findAny()
                .orElseThrow();

        assertThat(set.start()).isEqualTo(Start.REOPENING);
        assertThat(set.deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.code()).isEqualTo("D15");
            assertThat(deadline.amount()).isEqualTo(7);
            assertThat(deadline.dueAt()).isEqualTo(endOf("2023-03-15"));
            assertThat(deadline.legalLimit())
                    .as("the law's time ended with the first conclusion")
                    .isNull();
        });
    }

    @Test
    void a_reopened_petition_gets_a_bureau_check_and_a_rating_of_its_own() {
        given(aPetition().reopened().replied())
                .when(Commands.approve(MONDAY), LEADER)
                .leadsTo(State.REPLY_IN_REVIEW, new ReplyApproved(PETITION, true, MONDAY));
        assertThat(given(aPetition().ratedDissatisfied().reopened().replied().resolved())
                        .when(Commands.evaluate(5, 5, 5), AUTHOR)
                        .events())
                .hasAtLeastOneElementOfType(PetitionEvaluated.class);
    }

    // 25. Re-examination and review.

    @Test
    void the_author_of_a_claim_asks_the_superior_body_to_examine_the_answer_again() {
        assertThat(given(aPetition().underPolicy(H).resolved())
                        .when(
                                new RequestReexamination(PETITION, MONDAY, sealed("ReexaminationRequested.grounds")),
                                AUTHOR)
                        .events())
                .contains(new ReexaminationRequested(
                        PETITION, HUILAI_GOVERNMENT, sealed("ReexaminationRequested.grounds"), MONDAY));
    }

    @Test
    void only_a_claim_is_examined_again() {
        for (PetitionClass other : List.of(PetitionClass.OPINION, PetitionClass.ACCUSATION)) {
            PetitionStory story = aPetition().underPolicy(H).ofClass(other).resolved();
            given(story)
                    .when(new RequestReexamination(PETITION, MONDAY, sealed("grounds")), AUTHOR)
                    .refusedBy("only-claims-are-reexamined");
            given(story)
                    .when(new RequestReview(PETITION, MONDAY, sealed("grounds")), AUTHOR)
                    .refusedBy("only-claims-are-reexamined");
        }
    }

    @Test
    void thirty_days_after_the_answer_it_is_too_late_to_ask() {
        given(aPetition().underPolicy(H).resolved())
                .when(new RequestReexamination(PETITION, endOf("2023-04-06"), sealed("grounds")), AUTHOR)
                .refusedBy("one-step-after-the-other");
        given(aPetition().underPolicy(H).resolved())
                .when(new RequestReexamination(PETITION, justBefore(endOf("2023-04-06")), sealed("grounds")), AUTHOR)
                .result()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void the_review_follows_the_re_examination_and_nothing_follows_the_review() {
        RequestReexamination again = new RequestReexamination(PETITION, MONDAY, sealed("grounds"));
        RequestReview review = new RequestReview(PETITION, MONDAY, sealed("grounds"));
        PetitionStory resolved = aPetition().underPolicy(H).resolved();
        given(resolved).when(review, AUTHOR).refusedBy("one-step-after-the-other");
        given(aPetition().underPolicy(H).reexaminationRequested())
                .when(again, AUTHOR)
                .refusedBy("one-step-after-the-other");
        given(aPetition().underPolicy(H).reexaminationRequested())
                .when(review, AUTHOR)
                .refusedBy("one-step-after-the-other");
        assertThat(given(aPetition().underPolicy(H).reexaminationConcluded())
                        .when(review, AUTHOR)
                        .events())
                .contains(new ReviewRequested(PETITION, "445200-000", sealed("grounds"), MONDAY));
        for (Object command : List.of(again, review)) {
            given(aPetition().underPolicy(H).reviewConcluded())
                    .when(command, AUTHOR)
                    .refusedBy("one-step-after-the-other");
        }
    }

    @Test
    void an_opinion_is_given_only_where_it_was_asked_for() {
        ConcludeReexamination first = new ConcludeReexamination(PETITION, MONDAY, ReviewOutcome.CHANGED, "变更");
        ConcludeReview last = new ConcludeReview(PETITION, MONDAY, ReviewOutcome.UPHELD, "维持");
        given(aPetition().resolved()).when(first, BUREAU_LEADER).refusedBy("an-opinion-is-awaited");
        given(aPetition().reexaminationConcluded()).when(last, BUREAU_LEADER).refusedBy("an-opinion-is-awaited");
        given(aPetition().reexaminationRequested())
                .when(first, BUREAU_LEADER)
                .leadsTo(State.RESOLVED, new ReexaminationConcluded(PETITION, ReviewOutcome.CHANGED, "变更", MONDAY));
        given(aPetition().reviewRequested())
                .when(last, BUREAU_LEADER)
                .leadsTo(State.RESOLVED, new ReviewConcluded(PETITION, ReviewOutcome.UPHELD, "维持", MONDAY));
    }

    // 26. Termination.

    @Test
    void the_bureau_ends_the_handling_and_tells_why() {
        given(aPetition().handled())
                .when(new TerminateHandling(PETITION, MONDAY, TerminationReason.NO_COOPERATION, "多次联系不上"), OFFICER)
                .leadsTo(
                        State.TERMINATED,
                        new HandlingTerminated(PETITION, TerminationReason.NO_COOPERATION, "多次联系不上", MONDAY));
    }

    // 28. The archive.

    @Test
    void thirty_days_after_its_end_a_petition_is_archived_and_at_that_moment() {
        for (PetitionStory story : List.of(
                aPetition().underPolicy(H).closed(), aPetition().underPolicy(H).terminated())) {
            assertThat(given(story)
                            .when(Commands.timePasses(justBefore(endOf("2023-04-06"))), PLATFORM)
                            .events())
                    .doesNotHaveAnyElementsOfTypes(PetitionArchived.class);
            assertThat(given(story)
                            .when(Commands.timePasses(moment("2023-05-01T00:00")), PLATFORM)
                            .events())
                    .contains(new PetitionArchived(PETITION, endOf("2023-04-06")));
        }
    }

    @Test
    void a_petition_under_review_is_not_archived_before_its_last_opinion_has_stood_for_thirty_days() {
        PetitionStory underReview = aPetition().underPolicy(H).closed().reexaminationRequested();
        assertThat(given(underReview)
                        .when(Commands.timePasses(moment("2023-05-01T00:00")), PLATFORM)
                        .events())
                .doesNotHaveAnyElementsOfTypes(PetitionArchived.class);
        PetitionStory concluded = underReview
                .at(moment("2023-04-03T09:00"))
                .then(new ReexaminationConcluded(PETITION, ReviewOutcome.UPHELD, "维持", moment("2023-04-03T09:00")));
        assertThat(given(concluded)
                        .when(Commands.timePasses(moment("2023-05-01T00:00")), PLATFORM)
                        .events())
                .doesNotHaveAnyElementsOfTypes(PetitionArchived.class);
        assertThat(given(concluded)
                        .when(Commands.timePasses(moment("2023-06-01T00:00")), PLATFORM)
                        .events())
                .hasAtLeastOneElementOfType(PetitionArchived.class);
    }
}
