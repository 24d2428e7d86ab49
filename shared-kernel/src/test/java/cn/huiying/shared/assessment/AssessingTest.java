package cn.huiying.shared.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessingTest {

    private static final AssessmentScheme SCHEME = AssessmentScheme.DEFAULT;

    private static AgencyFigures town(String code, Map<Measure, Long> counts) {
        return new AgencyFigures(code, AgencyLevel.TOWN, AgencyKind.TOWN, counts);
    }

    private static AgencyScore only(AgencyFigures figures) {
        return Assessing.scores(SCHEME, List.of(figures)).getFirst();
    }

    @Test
    void the_points_are_the_weighted_rates_less_the_deductions() {
        AgencyScore score = only(town(
                "A",
                Map.of(
                        Measure.RECEIVED, 10L,
                        Measure.CONTACTED_IN_TIME, 9L,
                        Measure.CONTACT_MISSED, 1L,
                        Measure.CALLBACK_SOLVED, 3L,
                        Measure.CALLBACK_UNSOLVED, 1L,
                        Measure.SATISFIED, 6L,
                        Measure.DISSATISFIED, 2L,
                        Measure.REPLIED_LATE, 2L,
                        Measure.FALSE_REPLIES, 1L)));
        // 30 × 9/10 + 35 × 3/4 + 35 × 6/8 − 2 × 1 − 1 × 5
        assertThat(score.points()).isEqualByComparingTo("72.50");
        assertThat(score.lines().stream().map(AgencyScore.Line::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("the lines add up")
                .isEqualByComparingTo(score.points());
        assertThat(score.group()).isEqualTo("县级及镇街");
        assertThat(score.rank()).isEqualTo(1);
    }

    @Test
    void the_points_of_a_rate_without_a_denominator_go_to_the_others() {
        AgencyScore score =
                only(town("A", Map.of(Measure.RECEIVED, 10L, Measure.CONTACTED_IN_TIME, 10L, Measure.SATISFIED, 5L)));
        assertThat(score.points()).isEqualByComparingTo("100");
        assertThat(score.lines().stream()
                        .filter(line -> line.rate() == Rate.SOLUTION)
                        .findFirst()
                        .orElseThrow()
                        .points())
                .isNull();
        assertThat(only(town("B", Map.of(Measure.RECEIVED, 10L))).points())
                .as("of no rate at all there are no points")
                .isNull();
    }

    @Test
    void nobody_has_fewer_points_than_none() {
        assertThat(only(town(
                                "A",
                                Map.of(
                                        Measure.RECEIVED, 90L,
                                        Measure.CONTACT_MISSED, 90L,
                                        Measure.UNREPLIED_OVERDUE, 90L)))
                        .points())
                .isEqualByComparingTo("0");
    }

    @Test
    void equal_points_share_a_rank_and_who_received_too_few_has_none() {
        Map<Measure, Long> good = Map.of(Measure.RECEIVED, 9L, Measure.SATISFIED, 5L);
        Map<Measure, Long> worse = Map.of(Measure.RECEIVED, 5L, Measure.SATISFIED, 5L, Measure.DISSATISFIED, 5L);
        Map<Measure, Long> few = Map.of(Measure.RECEIVED, 4L, Measure.SATISFIED, 4L);
        List<AgencyScore> scores =
                Assessing.scores(SCHEME, List.of(town("D", few), town("C", worse), town("B", good), town("A", good)));
        assertThat(scores).extracting(AgencyScore::agency).containsExactly("A", "B", "C", "D");
        assertThat(scores).extracting(AgencyScore::rank).containsExactly(1, 1, 3, null);
    }

    @Test
    void agencies_are_ranked_within_their_group() {
        Map<Measure, Long> counts = Map.of(Measure.RECEIVED, 9L, Measure.SATISFIED, 5L);
        List<AgencyScore> scores = Assessing.scores(
                SCHEME,
                List.of(
                        town("A", counts),
                        new AgencyFigures("B", AgencyLevel.CITY, AgencyKind.DEPARTMENT, counts),
                        new AgencyFigures("C", AgencyLevel.CITY, AgencyKind.PUBLIC_UTILITY, counts)));
        assertThat(scores).extracting(AgencyScore::group).containsExactly("公共服务单位", "市直部门", "县级及镇街");
        assertThat(scores).extracting(AgencyScore::rank).containsOnly(1);
    }
}
