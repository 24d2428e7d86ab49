package cn.huiying.command.petition.attaching;

import cn.huiying.shared.rule.Refused;

/** Only a picture that its author lets the public see is kept from it. */
public final class OnlyAPublicAttachmentIsHidden {

    private OnlyAPublicAttachmentIsHidden() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean toPublic) {
        if (!toPublic) {
            throw Refused.byRule(
                    "only-a-public-attachment-is-hidden",
                    "该留言没有这张公开的图片。",
                    "The petition has no such picture that the public is shown.");
        }
    }
}
