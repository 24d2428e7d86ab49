package cn.huiying.command.petition.attaching;

import cn.huiying.shared.rule.Refused;

/** Only a picture that the petition has is removed. */
public final class ThereIsSuchAnAttachment {

    private ThereIsSuchAnAttachment() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean attached) {
        if (!attached) {
            throw Refused.byRule("there-is-such-an-attachment", "该留言没有这张图片。", "The petition has no such picture.");
        }
    }
}
