package cn.huiying.command.petition.returning;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** A return is asked for within its limit, never after five working days (row 10, Art. 23). */
public final class ReturnInTime {

    private ReturnInTime() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant returnBy) {
        if (!at.isBefore(returnBy)) {
            throw Refused.byRule(
                    "return-in-time",
                    "退单期限已于 " + WorkCalendar.text(returnBy) + " 届满,请继续办理。",
                    "The time to return the petition ended at " + WorkCalendar.text(returnBy) + "; go on handling it.");
        }
    }
}
