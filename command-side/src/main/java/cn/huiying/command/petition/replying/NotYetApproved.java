package cn.huiying.command.petition.replying;

import cn.huiying.shared.rule.Refused;

/** A reply is approved once. */
public final class NotYetApproved {

    private NotYetApproved() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean approved) {
        if (approved) {
            throw Refused.byRule(
                    "not-yet-approved",
                    "答复已经单位审核通过,待信访局复核。",
                    "The agency has approved the reply; the bureau's check is due.");
        }
    }
}
