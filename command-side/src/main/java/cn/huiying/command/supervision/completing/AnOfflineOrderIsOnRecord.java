package cn.huiying.command.supervision.completing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionChannel;

/** What was done in person or on paper is on record, with its document, before the order ends. */
public final class AnOfflineOrderIsOnRecord {

    private AnOfflineOrderIsOnRecord() {}

    /** @throws Refused where the rule is broken */
    public static void check(SupervisionChannel channel, boolean recorded) {
        if (channel == SupervisionChannel.OFFLINE && !recorded) {
            throw Refused.byRule(
                    "an-offline-order-is-on-record",
                    "线下督办须先登记督办记录和扫描件(record-offline),再销号。",
                    "An offline order ends only after what was done is on record with its document (record-offline).");
        }
    }
}
