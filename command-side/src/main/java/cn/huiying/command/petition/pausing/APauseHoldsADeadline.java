package cn.huiying.command.petition.pausing;

import cn.huiying.shared.rule.Refused;

/** There is something to stop: a running deadline that pauses, and of a review only for a hearing (row 17, Art. 36). */
public final class APauseHoldsADeadline {

    private APauseHoldsADeadline() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean none) {
        if (none) {
            throw Refused.byRule(
                    "a-pause-holds-a-deadline",
                    "当前没有可以暂停的时限(复核期间只有听证可以暂停)。",
                    "No running deadline can be paused now (in a review only a hearing pauses it).");
        }
    }
}
