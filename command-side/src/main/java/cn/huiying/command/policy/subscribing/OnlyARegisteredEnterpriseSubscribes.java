package cn.huiying.command.policy.subscribing;

import cn.huiying.shared.rule.Refused;

/** Policies are brought to enterprises that have an open account; verified it need not be. */
public final class OnlyARegisteredEnterpriseSubscribes {

    private OnlyARegisteredEnterpriseSubscribes() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean enterprise, boolean cancelled) {
        if (!enterprise || cancelled) {
            throw Refused.byRule(
                    "only-a-registered-enterprise-subscribes",
                    "请先注册企业账号,再订阅政策。",
                    "Register an enterprise's account first, then subscribe.");
        }
    }
}
