package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** An extension is asked for at least half a working day before the due moment (row 15). */
public final class ExtensionInTime {

    private ExtensionInTime() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant askedBy) {
        if (!at.isBefore(askedBy)) {
            throw Refused.byRule(
                    "extension-in-time",
                    "延期须在 " + WorkCalendar.text(askedBy) + " 之前申请。",
                    "An extension has to be asked for before " + WorkCalendar.text(askedBy) + ".");
        }
    }
}
