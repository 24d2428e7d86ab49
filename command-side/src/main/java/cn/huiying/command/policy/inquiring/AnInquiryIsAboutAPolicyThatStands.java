package cn.huiying.command.policy.inquiring;

import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Refused;
import java.time.LocalDate;

/**
 * One asks about a policy that stands or is to come 政策咨询: not about one that was withdrawn, superseded, or whose validity has ended
 * (优化营商环境条例 Art. 48).
 */
public final class AnInquiryIsAboutAPolicyThatStands {

    private static final String SLUG = "an-inquiry-is-about-a-policy-that-stands";

    private AnInquiryIsAboutAPolicyThatStands() {}

    /**
     * @param supersededBy null where nothing is
     * @param validUntil   null where no end is set
     * @throws Refused where the rule is broken
     */
    public static void check(boolean withdrawn, PolicyId supersededBy, LocalDate validUntil, LocalDate today) {
        if (withdrawn) {
            throw Refused.byRule(SLUG, "该政策已撤回,不能再咨询。", "This policy was withdrawn; there is nothing to ask about it.");
        }
        if (supersededBy != null) {
            throw Refused.byRule(
                    SLUG,
                    "该政策已被 " + supersededBy + " 替代,请咨询新政策。",
                    "This policy is superseded by " + supersededBy + "; ask about that one.");
        }
        if (validUntil != null && validUntil.isBefore(today)) {
            throw Refused.byRule(
                    SLUG,
                    "该政策有效期至 " + validUntil + ",已失效,不能再咨询。",
                    "This policy was valid until " + validUntil
                            + " and has expired; there is nothing to ask about it.");
        }
    }
}
