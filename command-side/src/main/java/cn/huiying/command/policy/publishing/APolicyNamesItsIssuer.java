package cn.huiying.command.policy.publishing;

import cn.huiying.shared.rule.Refused;

/** An enterprise has to know whose policy it is: an agency of the directory, or the name of an issuer outside of it. */
public final class APolicyNamesItsIssuer {

    private APolicyNamesItsIssuer() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean agency, boolean issuer) {
        if (agency == issuer) {
            throw Refused.byRule(
                    "a-policy-names-its-issuer",
                    "请填写发布单位代码(agency);发布机关不在单位目录中的,改填名称(issuer)。",
                    "Give the code of the agency that issued it (agency) or, where it is not in the directory, its name (issuer).");
        }
    }
}
