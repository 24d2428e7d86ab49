package cn.huiying.command.petition.submitting;

import cn.huiying.shared.rule.Refused;

/** A complaint states a claim (what, where, asked for); every other type has a body (domain 9.2). */
public final class ComplaintHasClaimOthersHaveBody {

    private ComplaintHasClaimOthersHaveBody() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean complaint, boolean hasBody, boolean hasClaim, boolean hasSupplement) {
        if (complaint ? hasBody || !hasClaim : !hasBody || hasClaim || hasSupplement) {
            throw Refused.byRule(
                    "complaint-has-claim-others-have-body",
                    "投诉须填写诉求(claim),可加补充信息(supplement);其他类别填写正文(body)。",
                    "A complaint needs a claim and may have a supplement; every other type needs a body and neither of these.");
        }
    }
}
