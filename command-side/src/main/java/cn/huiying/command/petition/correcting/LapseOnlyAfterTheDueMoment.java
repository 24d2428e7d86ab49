package cn.huiying.command.petition.correcting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** What lapses, lapses only after its due moment. */
public final class LapseOnlyAfterTheDueMoment {

    private LapseOnlyAfterTheDueMoment() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant dueAt) {
        if (at.isBefore(dueAt)) {
            throw Refused.byRule(
                    "lapse-only-after-the-due-moment",
                    "期限 " + WorkCalendar.text(dueAt) + " 尚未届满。",
                    "The due moment " + WorkCalendar.text(dueAt) + " has not passed yet.");
        }
    }
}
