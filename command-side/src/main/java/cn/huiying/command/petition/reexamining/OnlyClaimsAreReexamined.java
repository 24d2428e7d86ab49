package cn.huiying.command.petition.reexamining;

import cn.huiying.shared.rule.Refused;

/** Only an answer to a claim 申诉求决 is examined again (信访工作条例 Art. 35). */
public final class OnlyClaimsAreReexamined {

    private OnlyClaimsAreReexamined() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean noClaim) {
        if (noClaim) {
            throw Refused.byRule(
                    "only-claims-are-reexamined", "只有申诉求决类事项可以申请复查、复核。", "Only a claim can be examined again.");
        }
    }
}
