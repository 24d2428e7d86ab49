package cn.huiying.command.supervision.drafting;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Refused;

/** An order about a petition goes to an agency that has, or had, it in hand. */
public final class OnlyAnInvolvedAgencyIsSupervised {

    private OnlyAnInvolvedAgencyIsSupervised() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean involved, String agency, PetitionId petition) {
        if (!involved) {
            throw Refused.byRule(
                    "only-an-involved-agency-is-supervised",
                    "单位 " + agency + " 未承办过留言 " + petition + ",请核对单位或留言。",
                    "Agency " + agency + " never had petition " + petition
                            + " in hand; check the agency or the petition.");
        }
    }
}
