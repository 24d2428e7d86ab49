package cn.huiying.command.petition.replying;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;

/** Four eyes: whoever wrote the reply may not approve it (row 20, invariant 4). */
public final class AReplyAuthorMayNotApproveIt {

    private AReplyAuthorMayNotApproveIt() {}

    /** @throws Refused where the rule is broken */
    public static void check(Actor actor, String replyAuthor) {
        if (actor.id().equals(replyAuthor)) {
            throw Refused.byRule(
                    "a-reply-author-may-not-approve-it",
                    "答复的起草人不得审核本人起草的答复。",
                    "Whoever wrote the reply may not approve it.");
        }
    }
}
