package cn.huiying.shared.time;

import java.time.LocalDate;
import java.util.List;

/**
 * A count of days that explains itself.
 *
 * @param last        the last day 期限的最后一日
 * @param skipped     the days up to the last one that do not count, each with its reason
 * @param provisional whether a day that was looked at lies in a year whose notice is not published: the last day may move
 */
public record DayCount(LocalDate last, List<SkippedDay> skipped, boolean provisional) {

    public DayCount {
        skipped = List.copyOf(skipped);
    }
}
