package cn.huiying.command.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.rule.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a picture at the door: real ones, with what cameras and mischief add to them. */
class PicturesTest {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final byte[] TAIL = ascii("PK\3\4 an archive behind the picture");

    // What stays.

    static Stream<Named<byte[]>> pictures() throws IOException {
        return Stream.of(
                Named.of("baseline JPEG", jpeg(false, BufferedImage.TYPE_INT_RGB)),
                Named.of("progressive JPEG", jpeg(true, BufferedImage.TYPE_INT_RGB)),
                Named.of("grey JPEG", jpeg(false, BufferedImage.TYPE_BYTE_GRAY)),
                Named.of("JPEG with restarts and everything", loaded(restarting())),
                Named.of("progressive JPEG with everything", loaded(jpeg(true, BufferedImage.TYPE_INT_RGB))),
                Named.of("PNG", png(BufferedImage.TYPE_INT_RGB)),
                Named.of("PNG with transparency", png(BufferedImage.TYPE_INT_ARGB)),
                Named.of("PNG with a palette", png(BufferedImage.TYPE_BYTE_INDEXED)),
                Named.of("PNG with everything", loadedPng(png(BufferedImage.TYPE_INT_ARGB))));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void no_pixel_changes_and_nothing_is_left_to_take_out(byte[] given) throws IOException {
        String type = given[0] == (byte) 0xFF ? JPEG : PNG;
        Picture picture = Pictures.clean(type, given);

        assertThat(picture.contentType()).isEqualTo(type);
        assertThat(pixels(picture.bytes())).isEqualTo(pixels(given));
        assertThat(Pictures.clean(type, picture.bytes()).bytes()).isEqualTo(picture.bytes());
        assertThat(picture.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void where_and_when_and_with_what_a_photograph_was_taken_is_taken_out() throws IOException {
        byte[] given = loaded(jpeg(false, BufferedImage.TYPE_INT_RGB));
        assertThat(text(given))
                .contains(
                        "GPSLatitude 23.0343",
                        "Exif",
                        "A camera",
                        "Photoshop",
                        "ns.adobe.com",
                        "a comment",
                        "a thumbnail");

        String cleaned = text(Pictures.clean(JPEG, given).bytes());

        assertThat(cleaned)
                .doesNotContain(
                        "GPS", "A camera", "Photoshop", "ns.adobe.com", "a comment", "a thumbnail", "archive", "MPF")
                .contains("JFIF", "ICC_PROFILE", "Adobe")
                .endsWith(text(new byte[] {(byte) 0xFF, (byte) 0xD9}));
    }

    @Test
    void texts_and_times_and_exif_are_taken_out_of_a_png() throws IOException {
        byte[] given = loadedPng(png(BufferedImage.TYPE_INT_ARGB));
        assertThat(text(given)).contains("tEXt", "iTXt", "tIME", "eXIf", "prVt", "GPSLatitude");

        assertThat(text(Pictures.clean(PNG, given).bytes()))
                .doesNotContain("tEXt", "iTXt", "tIME", "eXIf", "prVt", "GPS", "archive")
                .contains("pHYs", "gAMA");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void a_photograph_keeps_its_turn_and_nothing_beside_it(int orientation) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] given = after(jpeg(false, BufferedImage.TYPE_INT_RGB), segment(0xE1, exif(orientation, order)));

            byte[] cleaned = Pictures.clean(JPEG, given).bytes();

            byte[] alone = segment(0xE1, exif(orientation, ByteOrder.BIG_ENDIAN, false));
            assertThat(text(cleaned)).contains(text(alone)).doesNotContain("GPS");
            assertThat(Pictures.clean(JPEG, cleaned).bytes()).isEqualTo(cleaned);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "II*\0", "MM\0*\0\0\0\377", "MM\0*\177\377\377\377", "MM\0*\0\0\0\10\377\377"})
    void exif_that_can_not_be_read_turns_nothing(String tiff) throws IOException {
        byte[] broken = ("Exif\0\0" + tiff).getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = jpeg(false, BufferedImage.TYPE_INT_RGB);

        assertThat(Pictures.clean(JPEG, after(plain, segment(0xE1, broken))).bytes())
                .isEqualTo(Pictures.clean(JPEG, plain).bytes());
    }

    // What is refused.

    static Stream<Named<byte[]>> no_pictures() {
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("a GIF", ascii("GIF89a\1\0\1\0\0\0\0;")),
                Named.of("an SVG", ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
                Named.of("a page", ascii("<!doctype html><script>alert(1)</script>")),
                Named.of("a PDF", ascii("%PDF-1.7")));
    }

    @ParameterizedTest
    @MethodSource("no_pictures")
    void what_is_neither_jpeg_nor_png_is_not_taken(byte[] given) {
        assertThatThrownBy(() -> Pictures.clean(JPEG, given))
                .isInstanceOf(UnsupportedPicture.class)
                .hasMessageContaining("neither");
    }

    @Test
    void a_picture_is_what_it_says() {
        assertThatThrownBy(() -> Pictures.clean(PNG, jpeg(false, BufferedImage.TYPE_INT_RGB)))
                .isInstanceOf(UnsupportedPicture.class)
                .hasMessage("The content is image/jpeg, not the “image/png” of Content-Type.");
        assertThatThrownBy(() -> Pictures.clean(JPEG, png(BufferedImage.TYPE_INT_RGB)))
                .isInstanceOf(UnsupportedPicture.class);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void wherever_a_picture_breaks_off_it_is_refused_and_nothing_else_happens(byte[] given) throws IOException {
        String type = given[0] == (byte) 0xFF ? JPEG : PNG;
        int whole = endOf(given);
        for (int length = 9; length < whole; length += Math.max(1, whole / 200)) {
            byte[] broken = Arrays.copyOf(given, length);
            assertThat(ruleOf(type, broken))
                    .as("the first %s of %s bytes", length, whole)
                    .isEqualTo("a-picture-is-whole");
        }
    }

    @Test
    void a_whole_frame_around_pixels_that_are_missing_is_refused() throws IOException {
        byte[] jpeg = jpeg(false, BufferedImage.TYPE_INT_RGB);
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        assertThat(ruleOf(JPEG, join(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), end)))
                .isEqualTo("a-picture-is-whole");

        byte[] head = Arrays.copyOf(png(BufferedImage.TYPE_INT_RGB), 8 + 25);
        byte[] empty = join(head, chunk("IDAT", deflated(new byte[100])), chunk("IEND", new byte[0]));
        assertThat(ruleOf(PNG, empty)).isEqualTo("a-picture-is-whole");
    }

    @Test
    void a_flipped_bit_in_a_png_is_noticed() throws IOException {
        byte[] given = png(BufferedImage.TYPE_INT_RGB);
        given[given.length / 2] ^= 1;
        assertThat(ruleOf(PNG, given)).isEqualTo("a-picture-is-whole");
    }

    @Test
    void a_picture_that_would_unfold_to_gigabytes_is_refused_by_its_head() throws IOException {
        byte[] png = png(BufferedImage.TYPE_INT_RGB);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(30_000).putInt(30_000);
        header.put(new byte[] {8, 6, 0, 0, 0});
        byte[] bomb = join(
                Arrays.copyOf(png, 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[1 << 20])),
                chunk("IEND", new byte[0]));
        assertThat(ruleOf(PNG, bomb)).isEqualTo("a-picture-has-few-enough-pixels");

        byte[] jpeg = jpeg(false, BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(jpeg).putShort(frameOf(jpeg) + 5, (short) 65_000).putShort(frameOf(jpeg) + 7, (short) 65_000);
        assertThat(ruleOf(JPEG, jpeg)).isEqualTo("a-picture-has-few-enough-pixels");
    }

    @Test
    void a_picture_without_height_is_refused() throws IOException {
        byte[] jpeg = jpeg(false, BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(jpeg).putShort(frameOf(jpeg) + 5, (short) 0);
        assertThat(ruleOf(JPEG, jpeg)).isEqualTo("a-picture-is-whole");
    }

    @Test
    void a_large_photograph_is_taken() throws IOException {
        byte[] given = written("jpeg", new BufferedImage(6000, 4000, BufferedImage.TYPE_BYTE_GRAY), null);
        assertThat(Pictures.clean(JPEG, given).bytes()).isNotEmpty();
    }

    @Test
    void a_photograph_for_a_printer_is_taken() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(
                    null,
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 4, null), null, null),
                    null);
        } finally {
            writer.dispose();
        }
        // The four colours of a printer are told from others by this segment alone.
        byte[] given = after(out.toByteArray(), segment(0xEE, ascii("Adobe\0\144\0\0\0\0\0")));
        assertThat(text(Pictures.clean(JPEG, given).bytes())).contains("Adobe");
    }

    private static String ruleOf(String type, byte[] given) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Pictures.clean(type, given));
        return refused == null ? "taken" : refused.refusal().rule();
    }

    // How they are made.

    private static BufferedImage drawing(int type) {
        BufferedImage image = new BufferedImage(173, 119, type);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(
                    new Color(i * 6, 255 - i * 5, (i * 37) % 256, type == BufferedImage.TYPE_INT_ARGB ? 200 : 255));
            pen.fillOval(i * 4, (i * 29) % 110, 30, 20);
        }
        pen.dispose();
        return image;
    }

    private static byte[] jpeg(boolean progressive, int type) throws IOException {
        return written("jpeg", drawing(type), progressive ? ImageWriteParam.MODE_DEFAULT : null);
    }

    private static byte[] png(int type) throws IOException {
        return written("png", drawing(type), null);
    }

    private static byte[] written(String format, BufferedImage image, Integer progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive != null) {
                how.setProgressiveMode(progressive);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A JPEG with all that cameras and editors add, and something behind it. */
    private static byte[] loaded(byte[] jpeg) {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] jfif = join(ascii("JFIF\0\1\2\1\0\110\0\110\1\1"), ascii("a thumbnail"));
        return join(
                after(
                        withoutApp0(jpeg),
                        segment(0xE0, jfif),
                        segment(0xE1, exif(6, ByteOrder.LITTLE_ENDIAN)),
                        segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x>GPSLatitude 23.0343</x>")),
                        segment(0xE2, join(ascii("ICC_PROFILE\0\1\1"), profile)),
                        segment(0xE2, ascii("MPF\0 more pictures")),
                        segment(0xED, ascii("Photoshop 3.0\0 GPSLatitude 23.0343")),
                        segment(0xEE, join(ascii("Adobe\0\144\0\0\0\0\1"), ascii("GPS"))),
                        segment(0xEF, ascii("GPS of a maker")),
                        segment(0xFE, ascii("a comment"))),
                TAIL);
    }

    private static byte[] loadedPng(byte[] png) {
        int body = 8 + 25;
        return join(
                Arrays.copyOf(png, body),
                chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
                chunk("pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1}),
                chunk("tEXt", ascii("Comment\0GPSLatitude 23.0343")),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0GPS")),
                chunk("tIME", new byte[] {7, (byte) 0xEA, 11, 30, 1, 2, 3}),
                chunk("eXIf", exif(6, ByteOrder.BIG_ENDIAN)),
                chunk("prVt", ascii("GPS of an editor")),
                Arrays.copyOfRange(png, body, png.length),
                TAIL);
    }

    /** With markers within its scan, as cameras write them. */
    private static byte[] restarting() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        BufferedImage image = drawing(BufferedImage.TYPE_INT_RGB);
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        IIOMetadataNode restart = new IIOMetadataNode("dri");
        restart.setAttribute("interval", "4");
        tree.getElementsByTagName("markerSequence").item(0).appendChild(restart);
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", tree);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        assertThat(text(out.toByteArray())).contains("\u00ff\u00d0", "\u00ff\u00d7");
        return out.toByteArray();
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        return exif(orientation, order, true);
    }

    /** @param more the maker, and a place */
    private static byte[] exif(int orientation, ByteOrder order, boolean more) {
        ByteBuffer tiff = ByteBuffer.allocate(more ? 26 + 24 + 60 : 26).order(order);
        tiff.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) (more ? 3 : 1));
        if (more) {
            tiff.putShort((short) 0x010F).putShort((short) 2).putInt(9).putInt(50);
        }
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        if (more) {
            tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60);
        }
        tiff.putInt(0);
        if (more) {
            tiff.put(50, ascii("A camera\0")).put(60, ascii("GPSLatitude 23.0343 GPSLongitude 116.2949"));
        }
        return join(ascii("Exif\0\0"), tiff.array());
    }

    private static byte[] segment(int marker, byte[] payload) {
        ByteBuffer segment = ByteBuffer.allocate(payload.length + 4);
        return segment.put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .array();
    }

    /** Segments behind the first marker. */
    private static byte[] after(byte[] jpeg, byte[]... segments) {
        return join(Arrays.copyOf(jpeg, 2), join(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] withoutApp0(byte[] jpeg) {
        assertThat(jpeg[3]).isEqualTo((byte) 0xE0);
        int length = ByteBuffer.wrap(jpeg).getShort(4);
        return join(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 4 + length, jpeg.length));
    }

    /** Where the marker of the frame is. */
    private static int frameOf(byte[] jpeg) {
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xC0) {
            at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
        }
        return at;
    }

    private static int endOf(byte[] given) {
        boolean tail = text(given).endsWith(text(TAIL));
        return given.length - (tail ? TAIL.length : 0);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = join(ascii(type), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
