package cn.huiying.query.listing;

import java.util.Map;

/**
 * The figures the operator publishes.
 *
 * @param whole      of all petitions that match
 * @param breakdowns by dimension and value
 */
public record Figures(Counts whole, Map<String, Map<String, Counts>> breakdowns) {

    /**
     * Counts of petitions.
     *
     * @param received 有效留言: taken in and not excluded
     * @param resolved 已办结
     * @param pending  待审, in no rate
     * @param excluded not accepted, redirected, merged or withdrawn, in no rate
     */
    public record Counts(long received, long resolved, long pending, long excluded) {

        /** 办结率 in percent, to two decimals, 已办结 / 有效留言; null where nothing was received. */
        public Double resolutionRate() {
            return received == 0 ? null : Math.round(10_000.0 * resolved / received) / 100.0;
        }
    }
}
