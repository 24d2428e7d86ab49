package cn.huiying.command.petition.merging;

import cn.huiying.shared.rule.Refused;

/** Petitions of the same author are merged, into one that is open or concluded (row 6). */
public final class OnlyTheSameAuthorsPetitionsAreMerged {

    private OnlyTheSameAuthorsPetitionsAreMerged() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean sameAuthor) {
        if (!sameAuthor) {
            throw Refused.byRule(
                    "only-the-same-authors-petitions-are-merged",
                    "只能并入同一留言人的留言。",
                    "Only petitions of the same author can be merged.");
        }
    }
}
