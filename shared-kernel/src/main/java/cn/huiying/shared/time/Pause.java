package cn.huiying.shared.time;

import cn.huiying.shared.rule.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 暂停计时: the clock stood still, for a hearing, an appraisal 鉴定 or while the citizen was awaited.
 *
 * @param days the days that do not count because of it: whole days, of the deadline's own kind; 0 until counted
 */
public record Pause(Instant from, Instant to, int days) {

    /** @throws InvalidInput where it ends before it begins */
    public Pause {
        if (!from.isBefore(to)) {
            throw new InvalidInput(
                    "/pauses",
                    "pause-ends-before-it-begins",
                    "暂停的结束时间必须晚于开始时间。",
                    "A pause must end after it begins, not at " + to + ".");
        }
    }

    /** A pause whose days are yet to be counted. */
    public static Pause of(Instant from, Instant to) {
        return new Pause(from, to, 0);
    }

    /** Whether the clock stood still the whole day, from 0:00 to 24:00 in Jieyang. */
    public boolean covers(LocalDate day) {
        return !from.isAfter(WorkCalendar.endOf(day.minusDays(1))) && !to.isBefore(WorkCalendar.endOf(day));
    }
}
