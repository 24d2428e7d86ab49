package cn.huiying.shared.assessment;

import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 考核方案: how a period is assessed. The first group that an agency fits is its own; one that fits none is not assessed.
 *
 * @param weights         points of each rate, together 100; where a rate has no denominator its points go to the others
 * @param deductions      points taken off for each thing counted
 * @param minimumSize     an agency that received fewer is shown unranked
 * @param objectionDays   working days in which agencies may object after the calculation
 * @param honours         how many first places of each group are on the honour list 红榜
 * @param exposureBelow   ranked agencies with fewer points are on the exposure list 黑榜
 */
public record AssessmentScheme(
        Map<Rate, BigDecimal> weights,
        Map<Measure, BigDecimal> deductions,
        List<Group> groups,
        int minimumSize,
        int objectionDays,
        int honours,
        BigDecimal exposureBelow) {

    /** Agencies that are compared with each other; empty lists do not narrow it. */
    public record Group(String name, List<AgencyLevel> levels, List<AgencyKind> kinds) {

        public Group {
            Objects.requireNonNull(name);
            levels = List.copyOf(levels);
            kinds = List.copyOf(kinds);
        }

        boolean fits(AgencyFigures agency) {
            return (levels.isEmpty() || levels.contains(agency.level()))
                    && (kinds.isEmpty() || kinds.contains(agency.kind()));
        }
    }

    /**
     * The default: 响应 30 + 解决 35 + 满意 35, less 1 for each overdue, refused return and reopening, and 5 for each false reply.
     * No public source fixes it (domain 9.9), so each period may have its own.
     */
    public static final AssessmentScheme DEFAULT = new AssessmentScheme(
            Map.of(
                    Rate.RESPONSE, BigDecimal.valueOf(30),
                    Rate.SOLUTION, BigDecimal.valueOf(35),
                    Rate.SATISFACTION, BigDecimal.valueOf(35)),
            Map.of(
                    Measure.REPLIED_LATE, BigDecimal.ONE,
                    Measure.UNREPLIED_OVERDUE, BigDecimal.ONE,
                    Measure.RETURN_REFUSED, BigDecimal.ONE,
                    Measure.REOPENED, BigDecimal.ONE,
                    Measure.FALSE_REPLIES, BigDecimal.valueOf(5)),
            List.of(
                    new Group("公共服务单位", List.of(), List.of(AgencyKind.PUBLIC_INSTITUTION, AgencyKind.PUBLIC_UTILITY)),
                    new Group("市直部门", List.of(AgencyLevel.CITY), List.of()),
                    new Group("县级及镇街", List.of(AgencyLevel.COUNTY, AgencyLevel.TOWN), List.of())),
            5,
            5,
            3,
            BigDecimal.valueOf(60));

    /** @throws NullPointerException where anything in it is null */
    public AssessmentScheme {
        weights.values().forEach(Objects::requireNonNull);
        deductions.values().forEach(Objects::requireNonNull);
        Objects.requireNonNull(exposureBelow);
        // In one order, so that the same scheme is the same bytes.
        weights = new TreeMap<>(weights);
        deductions = new TreeMap<>(deductions);
        groups = List.copyOf(groups);
    }

    /** The group of an agency; empty where it fits none. */
    public Optional<Group> groupOf(AgencyFigures agency) {
        return groups.stream().filter(group -> group.fits(agency)).findFirst();
    }
}
