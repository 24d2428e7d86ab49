package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.correct;
import static cn.huiying.command.petition.Commands.requestCorrection;
import static cn.huiying.command.petition.Commands.timePasses;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.justAfter;
import static cn.huiying.command.petition.Moments.justBefore;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.PLATFORM;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Refusal.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rows 2 and 3 of domain 9.4. */
class CorrectingTest {

    @Test
    void the_author_gets_five_working_days_to_mend_a_petition() {
        given(aPetition().submitted())
                .when(requestCorrection(MONDAY), OFFICER)
                .leadsTo(
                        State.AWAITING_CORRECTION,
                        new CorrectionRequested(PETITION, "请补充地址", endOf("2023-03-13"), endOf("2023-03-08"), MONDAY));
    }

    @Test
    void days_off_around_the_national_day_do_not_count() {
        Instant beforeTheHolidays = moment("2023-09-28T10:00");

        given(aPetition(beforeTheHolidays).submitted())
                .when(requestCorrection(beforeTheHolidays), OFFICER)
                .leadsTo(
                        State.AWAITING_CORRECTION,
                        new CorrectionRequested(
                                PETITION, "请补充地址", endOf("2023-10-11"), endOf("2023-10-08"), beforeTheHolidays));
    }

    @Test
    void a_correction_is_asked_for_once_in_two_working_days() {
        PetitionStory corrected = aPetition().awaitingCorrection().corrected();

        assertThat(given(corrected)
                        .when(requestCorrection(justBefore(endOf("2023-03-08"))), OFFICER)
                        .refused(Kind.RULE, "one-correction-request-in-two-workdays")
                        .chinese())
                .contains("2023-03-08 24:00");
    }

    @Test
    void after_two_working_days_a_correction_may_be_asked_for_again() {
        Instant again = endOf("2023-03-08");

        given(aPetition().awaitingCorrection().corrected())
                .when(requestCorrection(again), OFFICER)
                .leadsTo(
                        State.AWAITING_CORRECTION,
                        new CorrectionRequested(PETITION, "请补充地址", endOf("2023-03-16"), endOf("2023-03-13"), again));
    }

    @Test
    void the_author_mends_the_petition_until_the_last_moment() {
        Instant last = justBefore(endOf("2023-03-13"));

        given(aPetition().awaitingCorrection())
                .when(
                        new CorrectPetition(
                                PETITION,
                                last,
                                sealed("PetitionCorrected.title"),
                                sealed("PetitionCorrected.body"),
                                null,
                                null,
                                null,
                                null),
                        AUTHOR)
                .leadsTo(
                        State.PENDING_REVIEW,
                        new PetitionCorrected(
                                PETITION,
                                sealed("PetitionCorrected.title"),
                                sealed("PetitionCorrected.body"),
                                null,
                                null,
                                null,
                                null,
                                last));
    }

    @Test
    void a_complaint_is_mended_in_its_claim_and_supplement() {
        Sealed claim = sealed("PetitionCorrected.claim");
        Sealed supplement = sealed("PetitionCorrected.supplement");

        given(aPetition().ofType(PetitionType.COMPLAINT).awaitingCorrection())
                .when(new CorrectPetition(PETITION, MONDAY, null, null, claim, supplement, null, null), AUTHOR)
                .leadsTo(
                        State.PENDING_REVIEW,
                        new PetitionCorrected(PETITION, null, null, claim, supplement, null, null, MONDAY));
    }

    @Test
    void a_mended_complaint_still_has_no_body() {
        given(aPetition().ofType(PetitionType.COMPLAINT).awaitingCorrection())
                .when(
                        new CorrectPetition(
                                PETITION, MONDAY, null, sealed("PetitionCorrected.body"), null, null, null, null),
                        AUTHOR)
                .refusedBy("a-correction-changes-a-text-there-is");
    }

    @Test
    void a_mended_cry_for_help_still_has_no_claim() {
        given(aPetition().ofType(PetitionType.HELP).awaitingCorrection())
                .when(
                        new CorrectPetition(
                                PETITION, MONDAY, null, null, sealed("PetitionCorrected.claim"), null, null, null),
                        AUTHOR)
                .refusedBy("a-correction-changes-a-text-there-is");
    }

    @Test
    void a_suggestion_is_mended_in_its_reason_and_proposal_and_nothing_else_is() {
        Sealed reason = sealed("PetitionCorrected.reason");
        Sealed proposal = sealed("PetitionCorrected.proposal");
        CorrectPetition both = new CorrectPetition(PETITION, MONDAY, null, null, null, null, reason, proposal);
        CorrectPetition body =
                new CorrectPetition(PETITION, MONDAY, null, sealed("PetitionCorrected.body"), null, null, null, null);

        given(aPetition().in(Section.SUGGESTION).awaitingCorrection())
                .when(both, AUTHOR)
                .leadsTo(
                        State.PENDING_REVIEW,
                        new PetitionCorrected(PETITION, null, null, null, null, reason, proposal, MONDAY));
        given(aPetition().in(Section.SUGGESTION).awaitingCorrection())
                .when(body, AUTHOR)
                .refusedBy("a-correction-changes-a-text-there-is");
        given(aPetition().awaitingCorrection()).when(both, AUTHOR).refusedBy("a-correction-changes-a-text-there-is");
    }

    @Test
    void a_correction_mends_at_least_one_text() {
        given(aPetition().awaitingCorrection())
                .when(new CorrectPetition(PETITION, MONDAY, null, null, null, null, null, null), AUTHOR)
                .refusedBy("a-correction-changes-a-text-there-is");
    }

    @Test
    void after_the_last_moment_a_petition_is_not_mended_any_more() {
        assertThat(given(aPetition().awaitingCorrection())
                        .when(correct(endOf("2023-03-13")), AUTHOR)
                        .refused(Kind.RULE, "correction-in-time")
                        .chinese())
                .contains("2023-03-13 24:00");
    }

    @Test
    void a_petition_that_was_not_mended_in_time_counts_as_withdrawn_from_then_on() {
        Instant end = endOf("2023-03-13");

        given(aPetition().awaitingCorrection())
                .when(timePasses(justAfter(end)), PLATFORM)
                .leadsTo(State.WITHDRAWN, new CorrectionLapsed(PETITION, end, end));
    }

    @Test
    void a_correction_does_not_lapse_before_its_due_moment() {
        given(aPetition().awaitingCorrection())
                .when(timePasses(justBefore(endOf("2023-03-13"))), PLATFORM)
                .changesNothing();
    }

    @Test
    void a_correction_that_lapsed_does_not_lapse_again() {
        given(aPetition().lapsedUncorrected())
                .when(timePasses(endOf("2023-03-14")), PLATFORM)
                .changesNothing();
    }
}
