package cn.huiying.command.picture;

import cn.huiying.shared.rule.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Takes pictures in: JPEG and PNG, whole, and with nothing in them but what shows them. */
public final class Pictures {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    /** A decoded picture is kept small, but not what a decoder itself needs for a progressive one. */
    private static final Semaphore DECODERS = new Semaphore(2);

    private static final int ENOUGH_PIXELS = 1 << 20;

    private Pictures() {}

    /**
     * Checks what was sent by its content, and leaves out where and when and with what it was taken (PIPL Arts. 6, 28). The pixels
     * stay as they are.
     *
     * @param contentType what the sender calls it, without parameters
     * @throws UnsupportedPicture where it is neither JPEG nor PNG, or not what the sender calls it
     * @throws Refused where it is damaged, or has too many pixels
     */
    public static Picture clean(String contentType, byte[] given) {
        String actual = JpegSegments.begin(given) ? JPEG : PngChunks.begin(given) ? PNG : null;
        if (actual == null) {
            throw new UnsupportedPicture(
                    "只接受 JPEG 和 PNG 图片,而该文件的内容两者都不是。", "Only JPEG and PNG pictures are taken; this is neither.");
        }
        if (!actual.equals(contentType)) {
            throw new UnsupportedPicture(
                    "文件内容是 " + actual + ",与 Content-Type“" + contentType + "”不符。",
                    "The content is " + actual + ", not the “" + contentType + "” of Content-Type.");
        }
        try {
            byte[] stripped = actual.equals(JPEG) ? JpegSegments.strip(given) : PngChunks.strip(given);
            requireWhole(actual, stripped);
            return new Picture(actual, stripped);
        } catch (DamagedPicture e) {
            throw Refused.byRule(
                    "a-picture-is-whole",
                    "图片已损坏或不完整,请重新导出后再上传。",
                    "The picture is damaged or incomplete; export it anew.");
        }
    }

    /** Decodes every line, but keeps only some of the pixels. */
    private static void requireWhole(String contentType, byte[] picture) throws DamagedPicture {
        DECODERS.acquireUninterruptibly();
        ImageReader reader = ImageIO.getImageReadersByMIMEType(contentType).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            boolean[] faulty = {false};
            // The platform decoder fills up what is missing and only warns. What is too much hurts nobody, and some
            // cameras write it.
            reader.addIIOReadWarningListener((source, warning) -> faulty[0] |= !warning.contains("extraneous bytes"));
            reader.setInput(in, true, true);
            int step = Math.max(1, (int) Math.sqrt((double) reader.getWidth(0) * reader.getHeight(0) / ENOUGH_PIXELS));
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(step, step, 0, 0);
            if (reader.canReadRaster()) {
                reader.readRaster(0, sparse);
            } else {
                reader.read(0, sparse);
            }
            if (faulty[0]) {
                throw new DamagedPicture();
            }
        } catch (IOException | RuntimeException e) {
            throw new DamagedPicture();
        } finally {
            reader.dispose();
            DECODERS.release();
        }
    }
}
