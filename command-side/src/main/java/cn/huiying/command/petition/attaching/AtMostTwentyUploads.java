package cn.huiying.command.petition.attaching;

import cn.huiying.shared.rule.Refused;

/** Pictures that were removed stay on the disk, so a petition gets at most twenty in all. */
public final class AtMostTwentyUploads {

    private static final int MOST = 20;

    private AtMostTwentyUploads() {}

    /** @throws Refused where the rule is broken */
    public static void check(int uploads) {
        if (uploads >= MOST) {
            throw Refused.byRule(
                    "at-most-twenty-uploads",
                    "每件留言累计最多上传 " + MOST + " 张图片(含已删除的)。",
                    "A petition gets at most " + MOST + " pictures in all, the removed ones among them.");
        }
    }
}
