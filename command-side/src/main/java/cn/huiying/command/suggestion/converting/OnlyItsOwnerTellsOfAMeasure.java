package cn.huiying.command.suggestion.converting;

import cn.huiying.shared.rule.Refused;

/** The agency that owns a measure, or the one that continues its duties (信访工作条例 Art. 24 ¶2), tells how far it is. */
public final class OnlyItsOwnerTellsOfAMeasure {

    private OnlyItsOwnerTellsOfAMeasure() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean owner) {
        if (!owner) {
            throw Refused.byRule(
                    "only-its-owner-tells-of-a-measure", "该转化措施由其他单位负责。", "Another agency owns this measure.");
        }
    }
}
