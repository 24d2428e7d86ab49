package cn.huiying.command.petition.publishing;

import cn.huiying.shared.rule.Refused;

/** A reply is shown beside its published petition. */
public final class APublishedPetitionComesFirst {

    private APublishedPetitionComesFirst() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean published) {
        if (!published) {
            throw Refused.byRule(
                    "a-published-petition-comes-first",
                    "留言尚未公开,请先公开留言。",
                    "The petition is not published; publish it first.");
        }
    }
}
