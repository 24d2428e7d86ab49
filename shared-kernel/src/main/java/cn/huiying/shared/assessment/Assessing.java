package cn.huiying.shared.assessment;

import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 考核计算: from frozen figures and a scheme to points and ranks; the same from the same. */
public final class Assessing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Assessing() {}

    /** Every agency of the figures, by group in the scheme's order, best first; who is unranked stands last. */
    public static List<AgencyScore> scores(AssessmentScheme scheme, Collection<AgencyFigures> figures) {
        List<AgencyScore> all = new ArrayList<>();
        for (AssessmentScheme.Group group : scheme.groups()) {
            List<AgencyScore> scores = figures.stream()
                    .filter(agency -> scheme.groupOf(agency).equals(Optional.of(group)))
                    .map(agency -> score(scheme, group.name(), agency))
                    .toList();
            all.addAll(ranked(scores, scheme.minimumSize()));
        }
        figures.stream()
                .filter(agency -> scheme.groupOf(agency).isEmpty())
                .sorted(Comparator.comparing(AgencyFigures::agency))
                .forEach(agency -> all.add(new AgencyScore(
                        agency.agency(), null, agency.tally().of(Measure.RECEIVED), null, null, List.of())));
        return all;
    }

    private static AgencyScore score(AssessmentScheme scheme, String group, AgencyFigures agency) {
        Tally tally = agency.tally();
        List<AgencyScore.Line> lines = new ArrayList<>();
        BigDecimal known = scheme.weights().entrySet().stream()
                .filter(weight -> weight.getKey().denominator(tally) > 0)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = BigDecimal.ZERO;
        for (Map.Entry<Rate, BigDecimal> weight : scheme.weights().entrySet()) {
            long part = weight.getKey().numerator(tally);
            long whole = weight.getKey().denominator(tally);
            BigDecimal applied = whole == 0 || known.signum() == 0
                    ? null
                    : weight.getValue().multiply(HUNDRED).divide(known, 4, RoundingMode.HALF_UP);
            BigDecimal line = applied == null
                    ? null
                    : applied.multiply(BigDecimal.valueOf(part))
                            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
            lines.add(new AgencyScore.Line(weight.getKey(), null, part, whole, weight.getValue(), applied, line));
            points = line == null ? points : points.add(line);
        }
        for (Map.Entry<Measure, BigDecimal> deduction : scheme.deductions().entrySet()) {
            long count = tally.of(deduction.getKey());
            BigDecimal line =
                    deduction.getValue().multiply(BigDecimal.valueOf(-count)).setScale(2, RoundingMode.HALF_UP);
            lines.add(new AgencyScore.Line(
                    null, deduction.getKey(), count, 0, deduction.getValue(), deduction.getValue(), line));
            points = points.add(line);
        }
        BigDecimal total = known.signum() == 0
                ? null
                : points.max(BigDecimal.ZERO).min(HUNDRED).setScale(2, RoundingMode.HALF_UP);
        return new AgencyScore(agency.agency(), group, tally.of(Measure.RECEIVED), total, null, lines);
    }

    private static List<AgencyScore> ranked(List<AgencyScore> scores, int minimumSize) {
        Map<Boolean, List<AgencyScore>> byRanked = scores.stream()
                .collect(Collectors.partitioningBy(score -> score.points() != null && score.received() >= minimumSize));
        List<AgencyScore> best = byRanked.get(true).stream()
                .sorted(Comparator.comparing(AgencyScore::points).reversed().thenComparing(AgencyScore::agency))
                .toList();
        List<AgencyScore> all = new ArrayList<>();
        for (AgencyScore score : best) {
            boolean equal = !all.isEmpty() && all.getLast().points().compareTo(score.points()) == 0;
            all.add(score.ranked(equal ? all.getLast().rank() : Integer.valueOf(all.size() + 1)));
        }
        byRanked.get(false).stream()
                .sorted(Comparator.comparing(AgencyScore::agency))
                .forEach(all::add);
        return all;
    }
}
