package cn.huiying.shared.assessment;

import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an agency came to, with its arithmetic.
 *
 * @param group  null where it fits none and is not assessed
 * @param points from 0 to 100, to two decimals; null where none of the scheme's rates has a denominator
 * @param rank   within the group, equal points sharing the better one; null where it is unranked
 */
public record AgencyScore(
        String agency, String group, long received, BigDecimal points, Integer rank, List<Line> lines) {

    /**
     * One line of the arithmetic.
     *
     * @param rate    null for a deduction
     * @param measure null for a rate
     * @param whole   the rate's denominator; 0 for a deduction
     * @param part    the rate's numerator, or how much was counted
     * @param weight  the scheme's points for the whole rate, or for each thing counted
     * @param applied the weight after the points of rates without a denominator went to the others
     * @param points  what it comes to, below zero for a deduction; null for a rate without a denominator
     */
    public record Line(
            Rate rate,
            Measure measure,
            long part,
            long whole,
            BigDecimal weight,
            BigDecimal applied,
            BigDecimal points) {}

    AgencyScore ranked(Integer place) {
        return new AgencyScore(agency, group, received, points, place, lines);
    }
}
