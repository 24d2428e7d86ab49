package cn.huiying.command.petition.pausing;

import cn.huiying.shared.rule.Refused;

/** Only a running clock can be stopped (row 17). */
public final class TheClockRuns {

    private TheClockRuns() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean stands) {
        if (stands) {
            throw Refused.byRule("the-clock-runs", "计时已经暂停。", "The clock stands still already.");
        }
    }
}
