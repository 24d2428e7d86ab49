package cn.huiying.shared.time;

import cn.huiying.shared.rule.InvalidInput;
import java.time.Duration;
import java.time.LocalTime;

/** Office hours 办公时间 in Jieyang: a morning and an afternoon. */
public record OfficeHours(LocalTime morningFrom, LocalTime morningTo, LocalTime afternoonFrom, LocalTime afternoonTo) {

    /** 08:30–12:00 and 14:30–17:30. */
    public static final OfficeHours USUAL =
            new OfficeHours(LocalTime.of(8, 30), LocalTime.of(12, 0), LocalTime.of(14, 30), LocalTime.of(17, 30));

    /** @throws InvalidInput where the four times are not in order */
    public OfficeHours {
        if (!morningFrom.isBefore(morningTo)
                || morningTo.isAfter(afternoonFrom)
                || !afternoonFrom.isBefore(afternoonTo)) {
            throw new InvalidInput(
                    "/officeHours",
                    "office-hours-out-of-order",
                    "办公时间须按上午起止、下午起止的顺序排列。",
                    "Office hours are a morning and, after it, an afternoon.");
        }
    }

    /** The working time of one working day. */
    public Duration day() {
        return Duration.between(morningFrom, morningTo).plus(Duration.between(afternoonFrom, afternoonTo));
    }
}
