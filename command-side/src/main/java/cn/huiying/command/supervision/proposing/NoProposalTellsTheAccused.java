package cn.huiying.command.supervision.proposing;

import cn.huiying.shared.rule.Refused;

/** An agency that is accused, or one under it, does not hear of the accusation (信访工作条例 Art. 30 ¶3). */
public final class NoProposalTellsTheAccused {

    private NoProposalTellsTheAccused() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean accused) {
        if (accused) {
            throw Refused.byRule(
                    "no-proposal-tells-the-accused",
                    "所列留言中有不得向该单位透露的事项,请核对单位或留言。",
                    "One of the petitions may not be told to this agency; check the agency or the petitions.");
        }
    }
}
