package cn.huiying.command.picture;

import cn.huiying.shared.rule.Refused;

/**
 * In pixels, as the head of a file says: a small file can unfold to gigabytes, so this is asked before anything is unfolded.
 */
record PictureSize(long width, long height) {

    private static final long MOST_PIXELS = 40_000_000;
    private static final long LONGEST_SIDE = 30_000;

    void check() throws DamagedPicture {
        if (width < 1 || height < 1) {
            throw new DamagedPicture();
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw Refused.byRule(
                    "a-picture-has-few-enough-pixels",
                    "图片最多 4000 万像素、单边最多 30000 像素,请缩小后再上传。",
                    "A picture has at most 40 million pixels and 30,000 a side; make it smaller.");
        }
    }
}
