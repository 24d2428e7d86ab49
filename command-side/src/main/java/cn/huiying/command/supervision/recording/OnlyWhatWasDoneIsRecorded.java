package cn.huiying.command.supervision.recording;

import cn.huiying.shared.rule.Refused;
import java.time.Instant;

/** A record tells of the past. */
public final class OnlyWhatWasDoneIsRecorded {

    private OnlyWhatWasDoneIsRecorded() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant heldAt, Instant at) {
        if (heldAt.isAfter(at)) {
            throw Refused.byRule(
                    "only-what-was-done-is-recorded", "督办时间不能晚于现在。", "What is recorded can not lie in the future.");
        }
    }
}
