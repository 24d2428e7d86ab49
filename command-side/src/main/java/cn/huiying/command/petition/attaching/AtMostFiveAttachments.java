package cn.huiying.command.petition.attaching;

import cn.huiying.shared.rule.Refused;

/** A petition has at most five pictures (domain 9.2). */
public final class AtMostFiveAttachments {

    private static final int MOST = 5;

    private AtMostFiveAttachments() {}

    /** @throws Refused where the rule is broken */
    public static void check(int attached) {
        if (attached >= MOST) {
            throw Refused.byRule(
                    "at-most-five-attachments",
                    "每件留言最多 " + MOST + " 张图片,请先删除一张。",
                    "A petition has at most " + MOST + " pictures; remove one first.");
        }
    }
}
