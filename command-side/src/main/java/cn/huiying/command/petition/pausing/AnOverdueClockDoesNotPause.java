package cn.huiying.command.petition.pausing;

import cn.huiying.shared.rule.Refused;

/** What is overdue can't be made good by a pause. */
public final class AnOverdueClockDoesNotPause {

    private AnOverdueClockDoesNotPause() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean overdue) {
        if (overdue) {
            throw Refused.byRule(
                    "an-overdue-clock-does-not-pause",
                    "时限已经届满,不能暂停计时。",
                    "The deadline has passed; the clock can't be paused any more.");
        }
    }
}
