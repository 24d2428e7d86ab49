package cn.huiying.command.petition.cohandling;

import cn.huiying.shared.rule.Refused;

/** The lead agency proposes, the bureau approves (row 13). */
public final class TheLeadAgencyProposesCoHandlers {

    private TheLeadAgencyProposesCoHandlers() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean unproposed) {
        if (unproposed) {
            throw Refused.byRule(
                    "the-lead-agency-proposes-co-handlers",
                    "主办单位尚未提请此项协办变更,请先由主办单位提请。",
                    "The lead agency has not proposed this; it has to propose it first.");
        }
    }
}
