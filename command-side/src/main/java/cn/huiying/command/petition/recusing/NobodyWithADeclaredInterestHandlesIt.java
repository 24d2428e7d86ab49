package cn.huiying.command.petition.recusing;

import cn.huiying.shared.rule.Refused;

/** Who has declared a direct interest does not handle the petition (信访工作条例 Art. 28, invariant 4). */
public final class NobodyWithADeclaredInterestHandlesIt {

    private NobodyWithADeclaredInterestHandlesIt() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean recused) {
        if (recused) {
            throw Refused.byRule(
                    "nobody-with-a-declared-interest-handles-it",
                    "您已申请回避,不能再办理该留言。",
                    "You declared an interest in this petition and may not handle it.");
        }
    }
}
