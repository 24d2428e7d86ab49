package cn.huiying.command.policy.publishing;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;

/** The leader of an agency acts on policies that the agency issued; the bureau keeps the whole library. */
public final class AnAgencyKeepsItsOwnPolicies {

    private AnAgencyKeepsItsOwnPolicies() {}

    /**
     * @param issuedBy directory code; null where the issuer is not in the directory
     * @throws Refused where the rule is broken
     */
    public static void check(Actor actor, String issuedBy) {
        if (actor.agency() != null && !actor.agency().equals(issuedBy)) {
            throw Refused.forbidden(
                    "an-agency-keeps-its-own-policies",
                    "单位只能办理本单位发布的政策。",
                    "An agency may act only on policies that it issued.");
        }
    }
}
