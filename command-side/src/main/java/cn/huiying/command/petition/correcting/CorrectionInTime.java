package cn.huiying.command.petition.correcting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** A petition is mended within the time given for it (row 3). */
public final class CorrectionInTime {

    private CorrectionInTime() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant correctBy) {
        if (!at.isBefore(correctBy)) {
            throw Refused.byRule(
                    "correction-in-time",
                    "补正期限已于 " + WorkCalendar.text(correctBy) + " 届满,请重新提交留言。",
                    "The time for corrections ended at " + WorkCalendar.text(correctBy) + "; post the petition again.");
        }
    }
}
