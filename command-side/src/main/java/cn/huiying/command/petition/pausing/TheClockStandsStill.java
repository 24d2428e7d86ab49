package cn.huiying.command.petition.pausing;

import cn.huiying.shared.rule.Refused;

/** Only a clock that stands still can run again (row 17). */
public final class TheClockStandsStill {

    private TheClockStandsStill() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean runs) {
        if (runs) {
            throw Refused.byRule("the-clock-stands-still", "计时没有暂停。", "The clock is running.");
        }
    }
}
