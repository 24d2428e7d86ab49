package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** What is overdue is not extended afterwards (row 16). */
public final class ExtensionGrantedInTime {

    private ExtensionGrantedInTime() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant dueAt) {
        if (!at.isBefore(dueAt)) {
            throw Refused.byRule(
                    "extension-granted-in-time",
                    "时限已于 " + WorkCalendar.text(dueAt) + " 届满,不能再同意延期。",
                    "The deadline passed at " + WorkCalendar.text(dueAt) + "; it can't be extended any more.");
        }
    }
}
