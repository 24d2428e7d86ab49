package cn.huiying.shared.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted: absolute numbers, which add up. Not safe for many threads. */
public final class Tally {

    private static final int MEASURES = Measure.values().length;

    private final long[] counts = new long[MEASURES];
    private long workdays;
    private long timed;

    /** What was counted elsewhere. */
    public static Tally of(Map<Measure, Long> counts) {
        Tally tally = new Tally();
        counts.forEach((measure, count) -> tally.counts[measure.ordinal()] = count);
        return tally;
    }

    /** By measure; zeros are left out. */
    public Map<Measure, Long> counts() {
        Map<Measure, Long> known = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            if (of(measure) != 0) {
                known.put(measure, of(measure));
            }
        }
        return known;
    }

    /**
     * Counts one fact.
     *
     * @param measures a bit for each measure, by its ordinal
     * @param times    how often it counts
     */
    public void add(long measures, long times) {
        for (long left = measures; left != 0; left &= left - 1) {
            counts[Long.numberOfTrailingZeros(left)] += times;
        }
    }

    /** A petition was resolved after this many working days. */
    public void addHandling(long days) {
        workdays += days;
        timed++;
    }

    public Tally add(Tally other) {
        for (int i = 0; i < MEASURES; i++) {
            counts[i] += other.counts[i];
        }
        workdays += other.workdays;
        timed += other.timed;
        return this;
    }

    public long of(Measure measure) {
        return counts[measure.ordinal()];
    }

    public long sum(List<Measure> measures) {
        return measures.stream().mapToLong(this::of).sum();
    }

    /** The working days that all of {@link #timed()} took. */
    public long workdays() {
        return workdays;
    }

    /** How many resolved petitions' time the calendar could count. */
    public long timed() {
        return timed;
    }

    /** 平均办理时长, in working days to one decimal; null where none was resolved. */
    public BigDecimal averageWorkdays() {
        return timed == 0
                ? null
                : BigDecimal.valueOf(workdays).divide(BigDecimal.valueOf(timed), 1, RoundingMode.HALF_UP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally
                && Arrays.equals(counts, tally.counts)
                && workdays == tally.workdays
                && timed == tally.timed;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Measure measure : Measure.values()) {
            if (of(measure) != 0) {
                text.append(measure).append('=').append(of(measure)).append(' ');
            }
        }
        return text.append("workdays=")
                .append(workdays)
                .append('/')
                .append(timed)
                .toString();
    }
}
