package cn.huiying.command.supervision.proposing;

import cn.huiying.shared.rule.Refused;

/** A proposal comes from petitions or orders: the bureau says what it found where (Art. 40). */
public final class AProposalHasItsGround {

    private AProposalHasItsGround() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean grounded) {
        if (!grounded) {
            throw Refused.byRule(
                    "a-proposal-has-its-ground",
                    "请列明建议所依据的留言(petitions)或督办件(orders)。",
                    "Name the petitions or the orders that the proposal comes from.");
        }
    }
}
