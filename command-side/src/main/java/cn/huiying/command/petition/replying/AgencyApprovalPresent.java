package cn.huiying.command.petition.replying;

import cn.huiying.shared.rule.Refused;

/** The bureau confirms only what the agency approved (row 21). */
public final class AgencyApprovalPresent {

    private AgencyApprovalPresent() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean approved) {
        if (!approved) {
            throw Refused.byRule(
                    "agency-approval-present", "答复尚未经承办单位审核通过。", "The agency has not approved the reply yet.");
        }
    }
}
