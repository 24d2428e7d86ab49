package cn.huiying.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.assessment.calculating.CalculateAssessment;
import cn.huiying.command.assessment.deciding.DecideObjection;
import cn.huiying.command.assessment.objecting.FileObjection;
import cn.huiying.command.assessment.opening.OpenAssessmentPeriod;
import cn.huiying.command.assessment.publishing.PublishAssessment;
import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Refusals;
import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.assessment.AgencyScore;
import cn.huiying.shared.assessment.Assessing;
import cn.huiying.shared.assessment.AssessmentCalculated;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.AssessmentObjectionDecided;
import cn.huiying.shared.assessment.AssessmentObjectionFiled;
import cn.huiying.shared.assessment.AssessmentPeriodOpened;
import cn.huiying.shared.assessment.AssessmentPublished;
import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.assessment.Audience;
import cn.huiying.shared.assessment.ExposureListPublished;
import cn.huiying.shared.assessment.FiguresOfAgencies;
import cn.huiying.shared.assessment.HonourListPublished;
import cn.huiying.shared.assessment.RankingPublished;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.time.WorkCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final AssessmentId ID = new AssessmentId("ASM-2022-09");
    private static final String AGENCY = "445224-114";

    /** The first working day after the holidays. */
    private static final Instant NOW = Instant.parse("2022-10-08T02:00:00Z");

    /** 24:00 of the fifth working day after it; the Sunday is worked. */
    private static final Instant OBJECTION_BY = Instant.parse("2022-10-13T16:00:00Z");

    private static final Actor LEADER = new Actor("b", Role.BUREAU_LEADER, null, null);
    private static final Actor OF_AGENCY = new Actor("a", Role.AGENCY_LEADER, AGENCY, null);

    private static final AgencyFigures FIGURES = new AgencyFigures(
            AGENCY,
            AgencyLevel.TOWN,
            AgencyKind.TOWN,
            Map.of(Measure.RECEIVED, 10L, Measure.SATISFIED, 4L, Measure.DISSATISFIED, 4L, Measure.REPLIED_LATE, 1L));

    private static final AssessmentPeriodOpened OPENED = new AssessmentPeriodOpened(ID, AssessmentScheme.DEFAULT, NOW);
    private static final AssessmentCalculated CALCULATED =
            new AssessmentCalculated(ID, 900, List.of(FIGURES), OBJECTION_BY, NOW);
    private static final AssessmentObjectionFiled FILED = new AssessmentObjectionFiled(ID, AGENCY, "一件系台风延误", NOW);
    private static final AssessmentObjectionDecided UPHELD =
            new AssessmentObjectionDecided(ID, AGENCY, true, Map.of(Measure.REPLIED_LATE, -1L), "属实", NOW);

    private static TestExecutor<Assessment> given(AssessmentEvent... events) {
        AggregateTestFixture<Assessment> fixture = new AggregateTestFixture<>(Assessment.class);
        fixture.registerInjectableResource((WorkCalendars) WorkCalendar::shipped);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static CalculateAssessment calculate(AssessmentId id, Instant at) {
        return new CalculateAssessment(id, at, new FiguresOfAgencies(900, List.of(FIGURES)));
    }

    private static void refused(ResultValidator<Assessment> result, String rule) {
        result.expectException(Refusals.by(rule)).expectNoEvents();
    }

    @Test
    void a_period_is_opened_with_the_default_scheme_or_one_of_its_own() {
        given().when(new OpenAssessmentPeriod(ID, NOW, null), LEADER.asMetadata())
                .expectEvents(OPENED);
        refused(given(OPENED).when(new OpenAssessmentPeriod(ID, NOW, null), LEADER.asMetadata()), "not-in-this-state");
    }

    @Test
    void a_scheme_whose_weights_do_not_sum_is_refused() {
        AssessmentScheme d = AssessmentScheme.DEFAULT;
        AssessmentScheme unbalanced = new AssessmentScheme(
                Map.of(Rate.SATISFACTION, BigDecimal.valueOf(99)), Map.of(), d.groups(), 5, 5, 3, d.exposureBelow());
        AssessmentScheme negative = new AssessmentScheme(
                d.weights(), Map.of(Measure.REOPENED, BigDecimal.valueOf(-1)), d.groups(), 5, 5, 3, d.exposureBelow());
        AssessmentScheme without = new AssessmentScheme(d.weights(), Map.of(), List.of(), 5, 5, 3, d.exposureBelow());
        AssessmentScheme endless =
                new AssessmentScheme(d.weights(), Map.of(), d.groups(), 5, 2_000_000_000, 3, d.exposureBelow());
        for (AssessmentScheme scheme : List.of(unbalanced, negative, without, endless)) {
            refused(given().when(new OpenAssessmentPeriod(ID, NOW, scheme), LEADER.asMetadata()), "the-scheme-adds-up");
        }
    }

    @Test
    void the_figures_are_frozen_and_may_be_taken_again_until_somebody_objects() {
        given(OPENED).when(calculate(ID, NOW), LEADER.asMetadata()).expectEvents(CALCULATED);
        given(OPENED, CALCULATED).when(calculate(ID, NOW), LEADER.asMetadata()).expectEvents(CALCULATED);
        refused(given(OPENED, CALCULATED, FILED).when(calculate(ID, NOW), LEADER.asMetadata()), "not-in-this-state");
    }

    @Test
    void a_period_that_goes_on_is_not_calculated() {
        refused(
                given(OPENED).when(calculate(ID, Instant.parse("2022-09-30T15:59:59Z")), LEADER.asMetadata()),
                "only-a-period-that-is-over-is-assessed");
        given(OPENED)
                .when(calculate(ID, Instant.parse("2022-09-30T16:00:00Z")), LEADER.asMetadata())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_agency_objects_once_and_in_time() {
        FileObjection objection = new FileObjection(ID, NOW, AGENCY, "一件系台风延误");
        given(OPENED, CALCULATED).when(objection, OF_AGENCY.asMetadata()).expectEvents(FILED);
        refused(given(OPENED, CALCULATED, FILED).when(objection, OF_AGENCY.asMetadata()), "one-objection-a-period");
        refused(
                given(OPENED, CALCULATED, FILED, UPHELD).when(objection, OF_AGENCY.asMetadata()),
                "one-objection-a-period");
        refused(
                given(OPENED, CALCULATED)
                        .when(new FileObjection(ID, OBJECTION_BY, AGENCY, "迟"), OF_AGENCY.asMetadata()),
                "an-objection-comes-in-time");
        refused(
                given(OPENED, CALCULATED)
                        .when(new FileObjection(ID, NOW, "445224-101", "不在本期"), OF_AGENCY.asMetadata()),
                "agency-not-assessed");
        refused(given(OPENED).when(objection, OF_AGENCY.asMetadata()), "not-in-this-state");
    }

    private static DecideObjection decide(boolean upheld, Map<Measure, Long> corrections) {
        return new DecideObjection(ID, NOW, AGENCY, upheld, corrections, "属实");
    }

    @Test
    void what_is_upheld_corrects_figures_and_what_is_not_corrects_none() {
        given(OPENED, CALCULATED, FILED)
                .when(decide(true, Map.of(Measure.REPLIED_LATE, -1L)), LEADER.asMetadata())
                .expectEvents(UPHELD);
        for (DecideObjection wrong : List.of(
                decide(true, Map.of()),
                decide(true, null),
                decide(true, Collections.singletonMap(Measure.REOPENED, null)),
                decide(false, Map.of(Measure.REPLIED_LATE, -1L)),
                decide(true, Map.of(Measure.REPLIED_LATE, -2L)))) {
            refused(
                    given(OPENED, CALCULATED, FILED).when(wrong, LEADER.asMetadata()),
                    "a-correction-is-of-an-upheld-objection");
        }
        refused(
                given(OPENED, CALCULATED).when(decide(true, Map.of(Measure.REOPENED, 1L)), LEADER.asMetadata()),
                "no-such-objection");
    }

    private static PublishAssessment publish(Instant at) {
        return new PublishAssessment(ID, at, Audience.INTERNAL);
    }

    @Test
    void nothing_is_published_while_somebody_may_object_or_waits() {
        refused(given(OPENED, CALCULATED).when(publish(NOW), LEADER.asMetadata()), "every-objection-is-heard-first");
        refused(
                given(OPENED, CALCULATED, FILED).when(publish(OBJECTION_BY), LEADER.asMetadata()),
                "every-objection-is-heard-first");
        refused(given(OPENED).when(publish(OBJECTION_BY), LEADER.asMetadata()), "not-in-this-state");
    }

    @Test
    void the_results_follow_from_the_corrected_figures() {
        List<AgencyScore> scores = Assessing.scores(
                AssessmentScheme.DEFAULT, List.of(FIGURES.corrected(Map.of(Measure.REPLIED_LATE, -1L))));
        assertThat(scores.getFirst().points()).isEqualByComparingTo("50");
        given(OPENED, CALCULATED, FILED, UPHELD)
                .when(publish(OBJECTION_BY), LEADER.asMetadata())
                .expectEvents(
                        new AssessmentPublished(ID, scores, OBJECTION_BY),
                        new RankingPublished(ID, Audience.INTERNAL, OBJECTION_BY),
                        new HonourListPublished(ID, List.of(AGENCY), OBJECTION_BY),
                        new ExposureListPublished(ID, List.of(AGENCY), OBJECTION_BY));
        refused(
                given(OPENED, CALCULATED, new AssessmentPublished(ID, scores, NOW))
                        .when(publish(OBJECTION_BY), LEADER.asMetadata()),
                "not-in-this-state");
    }

    @Test
    void the_bureau_assesses_and_agencies_object() {
        refused(given(OPENED).when(calculate(ID, NOW), OF_AGENCY.asMetadata()), "role-may-not");
        refused(
                given(OPENED, CALCULATED).when(new FileObjection(ID, NOW, AGENCY, "x"), LEADER.asMetadata()),
                "role-may-not");
        refused(
                given(OPENED)
                        .when(
                                calculate(ID, NOW),
                                MetaData.from(LEADER.asMetadata()).and(CommandMetadata.EXPECTED_VERSION, 7)),
                "stale-version");
    }
}
