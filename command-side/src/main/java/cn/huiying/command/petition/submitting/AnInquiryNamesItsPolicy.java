package cn.huiying.command.petition.submitting;

import cn.huiying.shared.rule.Refused;

/**
 * A policy inquiry 政策咨询 posted here names the policy it is about, and nothing else does. History from elsewhere knows of no policies here.
 */
public final class AnInquiryNamesItsPolicy {

    private AnInquiryNamesItsPolicy() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean inquiry, boolean namesPolicy) {
        if (inquiry != namesPolicy) {
            throw Refused.byRule(
                    "an-inquiry-names-its-policy",
                    "政策咨询须填写所咨询政策的编号(policy);其他栏目不填。",
                    "A policy inquiry names the policy it is about (policy); nothing else does.");
        }
    }
}
