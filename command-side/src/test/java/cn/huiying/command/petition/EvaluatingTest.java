package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.evaluate;
import static cn.huiying.command.petition.Commands.timePasses;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.Moments.justAfter;
import static cn.huiying.command.petition.Moments.justBefore;
import static cn.huiying.command.petition.Moments.moment;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.PLATFORM;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static cn.huiying.shared.petition.SatisfactionBand.DISSATISFIED;
import static cn.huiying.shared.petition.SatisfactionBand.SATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Refusal.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 22 and 23 of domain 9.4. */
class EvaluatingTest {

    @Test
    void a_satisfied_author_closes_the_petition() {
        Sealed comment = sealed("PetitionEvaluated.comment");

        given(aPetition().resolved())
                .when(new EvaluatePetition(PETITION, MONDAY, 5, 4, 3, comment), AUTHOR)
                .leadsTo(
                        State.CLOSED,
                        new PetitionEvaluated(PETITION, 5, 4, 3, 4.25, SATISFIED, comment, MONDAY),
                        new PetitionClosed(PETITION, ClosingReason.EVALUATED, MONDAY));
    }

    @Test
    void a_dissatisfied_author_is_called_back_within_two_working_days_and_the_petition_stays_resolved() {
        given(aPetition().resolved())
                .when(evaluate(1, 2, 2), AUTHOR)
                .leadsTo(
                        State.RESOLVED,
                        new PetitionEvaluated(PETITION, 1, 2, 2, 1.5, DISSATISFIED, null, MONDAY),
                        new CallbackRequired(PETITION, endOf("2023-03-08"), MONDAY));
    }

    @Test
    void the_time_to_call_back_skips_the_national_holidays() {
        Instant beforeTheHolidays = moment("2023-09-28T10:00");

        given(aPetition(beforeTheHolidays).resolved())
                .when(evaluate(1, 1, 1, beforeTheHolidays), AUTHOR)
                .leadsTo(
                        State.RESOLVED,
                        new PetitionEvaluated(PETITION, 1, 1, 1, 1.0, DISSATISFIED, null, beforeTheHolidays),
                        new CallbackRequired(PETITION, endOf("2023-10-08"), beforeTheHolidays));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1.0,  DISSATISFIED",
        "2, 2, 2, 2.0,  DISSATISFIED",
        "1, 3, 3, 2.0,  DISSATISFIED",
        "2, 2, 3, 2.25, BASICALLY_SATISFIED",
        "3, 3, 3, 3.0,  BASICALLY_SATISFIED",
        "2, 5, 3, 3.0,  BASICALLY_SATISFIED",
        "3, 3, 4, 3.25, SATISFIED",
        "5, 5, 5, 5.0,  SATISFIED",
    })
    void up_to_two_is_dissatisfied_and_up_to_three_basically_satisfied(
            int solved, int manner, int speed, double overall, SatisfactionBand band) {
        given(aPetition().resolved())
                .when(evaluate(solved, manner, speed), AUTHOR)
                .leadsTo(
                        band == DISSATISFIED ? State.RESOLVED : State.CLOSED,
                        new PetitionEvaluated(PETITION, solved, manner, speed, overall, band, null, MONDAY),
                        consequenceOf(band));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4,  0.3,  0.3,  3, 4, 2, BASICALLY_SATISFIED",
        "0.46, 0.27, 0.27, 3, 3, 3, BASICALLY_SATISFIED",
        "0.34, 0.33, 0.33, 2, 2, 2, DISSATISFIED",
        "0.2,  0.4,  0.4,  4, 3, 3, SATISFIED",
    })
    void the_bands_hold_at_their_borders_whatever_the_weights(
            double solvedWeight,
            double mannerWeight,
            double speedWeight,
            int solved,
            int manner,
            int speed,
            SatisfactionBand band) {
        PetitionEvent rating = Evaluations.rate(
                aPetition().resolved(),
                Settings.withWeights(solvedWeight, mannerWeight, speedWeight),
                evaluate(solved, manner, speed));
        assertThat(((PetitionEvaluated) rating).band()).isEqualTo(band);
    }

    @Test
    void the_authors_of_imported_petitions_were_not_asked_whether_the_matter_is_solved() {
        given(aPetition().importedFromAnotherBoard().resolved())
                .when(evaluate(null, 4, 3), AUTHOR)
                .leadsTo(
                        State.CLOSED,
                        new PetitionEvaluated(PETITION, null, 4, 3, 3.5, SATISFIED, null, MONDAY),
                        new PetitionClosed(PETITION, ClosingReason.EVALUATED, MONDAY));
    }

    @Test
    void everyone_else_gives_all_three_scores() {
        given(aPetition().resolved()).when(evaluate(null, 4, 3), AUTHOR).refusedBy("rating-is-complete");
    }

    @Test
    void an_answer_is_rated_until_the_last_moment_of_the_window() {
        Instant last = justBefore(endOf("2023-03-21"));

        given(aPetition().resolved())
                .when(evaluate(5, 5, 5, last), AUTHOR)
                .leadsTo(
                        State.CLOSED,
                        new PetitionEvaluated(PETITION, 5, 5, 5, 5.0, SATISFIED, null, last),
                        new PetitionClosed(PETITION, ClosingReason.EVALUATED, last));
    }

    @Test
    void after_the_window_an_answer_is_not_rated_any_more() {
        assertThat(given(aPetition().resolved())
                        .when(evaluate(5, 5, 5, endOf("2023-03-21")), AUTHOR)
                        .refused(Kind.RULE, "within-the-evaluation-window")
                        .chinese())
                .contains("2023-03-21 24:00");
    }

    @Test
    void an_answer_is_rated_once() {
        given(aPetition().ratedDissatisfied()).when(evaluate(5, 5, 5), AUTHOR).refusedBy("once-in-a-round");
    }

    @Test
    void a_petition_nobody_rated_is_closed_when_the_window_has_ended_and_at_that_moment() {
        Instant end = endOf("2023-03-21");

        given(aPetition().resolved())
                .when(timePasses(justAfter(end)), PLATFORM)
                .leadsTo(
                        State.CLOSED,
                        new EvaluationLapsed(PETITION, end, end),
                        new PetitionClosed(PETITION, ClosingReason.EVALUATION_LAPSED, end));
    }

    @Test
    void an_evaluation_does_not_lapse_before_its_due_moment() {
        given(aPetition().resolved())
                .when(timePasses(justBefore(endOf("2023-03-21"))), PLATFORM)
                .changesNothing();
    }

    @Test
    void a_petition_whose_author_waits_for_a_call_back_is_not_closed_by_the_window() {
        given(aPetition().ratedDissatisfied())
                .when(timePasses(endOf("2023-03-22")), PLATFORM)
                .changesNothing();
    }

    @Test
    void an_evaluation_that_lapsed_does_not_lapse_again() {
        given(aPetition().closedWithoutARating())
                .when(timePasses(endOf("2023-03-22")), PLATFORM)
                .changesNothing();
    }

    private static PetitionEvent consequenceOf(SatisfactionBand band) {
        return band == DISSATISFIED
                ? new CallbackRequired(PETITION, endOf("2023-03-08"), MONDAY)
                : new PetitionClosed(PETITION, ClosingReason.EVALUATED, MONDAY);
    }
}
