package cn.huiying.command.petition.publishing;

import cn.huiying.shared.rule.Refused;

/** A petition its author wants private is not published (domain 9.2). */
public final class AuthorWishesToBeSeen {

    private AuthorWishesToBeSeen() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean wantsPrivacy) {
        if (wantsPrivacy) {
            throw Refused.byRule(
                    "author-wishes-to-be-seen",
                    "留言人选择不公开,不能公开该留言。",
                    "The author asked for privacy; the petition can not be published.");
        }
    }
}
