package cn.huiying.command.supervision.recording;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionChannel;

/** Online every step is an event of its own. */
public final class OnlyAnOfflineOrderIsRecorded {

    private OnlyAnOfflineOrderIsRecorded() {}

    /** @throws Refused where the rule is broken */
    public static void check(SupervisionChannel channel) {
        if (channel != SupervisionChannel.OFFLINE) {
            throw Refused.byRule(
                    "only-an-offline-order-is-recorded",
                    "线上督办无须登记线下记录。",
                    "An online order has no record of what was done offline.");
        }
    }
}
