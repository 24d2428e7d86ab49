package cn.huiying.command.petition.correcting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** The author is asked for corrections at most once in two working days (row 2). */
public final class OneCorrectionRequestInTwoWorkdays {

    private OneCorrectionRequestInTwoWorkdays() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant againFrom) {
        if (againFrom != null && at.isBefore(againFrom)) {
            throw Refused.byRule(
                    "one-correction-request-in-two-workdays",
                    "两个工作日内只能要求补正一次,请在 " + WorkCalendar.text(againFrom) + " 之后再提出。",
                    "A correction may be asked for once in two working days; ask again from "
                            + WorkCalendar.text(againFrom) + ".");
        }
    }
}
