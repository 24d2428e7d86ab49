package cn.huiying.command.supervision.proposing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.Adoption;

/** Who does not adopt a proposal, or not wholly, says why (Art. 36 of the 2005 regulation). */
public final class ReasonsAreGivenUnlessAdopted {

    private ReasonsAreGivenUnlessAdopted() {}

    /** @throws Refused where the rule is broken */
    public static void check(Adoption adoption, String reasons) {
        if (adoption != Adoption.ADOPTED && (reasons == null || reasons.isBlank())) {
            throw Refused.byRule(
                    "reasons-are-given-unless-adopted",
                    "未采纳或者部分采纳的,请说明理由(reasons)。",
                    "Give the reasons why it is not adopted, or not wholly (reasons).");
        }
    }
}
