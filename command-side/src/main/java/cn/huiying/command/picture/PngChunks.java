package cn.huiying.command.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies of a PNG stream (ISO/IEC 15948) the chunks that show the picture, byte by byte, so that no pixel changes. Texts, times,
 * Exif, animations and whatever follows the end are left out.
 */
final class PngChunks {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs", "tRNS");

    private PngChunks() {}

    static boolean begin(byte[] given) {
        return given.length >= SIGNATURE.length
                && Arrays.equals(given, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** @throws cn.huiying.shared.rule.Refused where it has too many pixels */
    static byte[] strip(byte[] given) throws DamagedPicture {
        try {
            return strip(ByteBuffer.wrap(given).position(SIGNATURE.length));
        } catch (BufferUnderflowException e) {
            throw new DamagedPicture();
        }
    }

    private static byte[] strip(ByteBuffer in) throws DamagedPicture {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.capacity());
        out.writeBytes(SIGNATURE);
        boolean first = true;
        boolean data = false;
        String type;
        do {
            int from = in.position();
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new DamagedPicture();
            }
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, StandardCharsets.US_ASCII);
            if (first != type.equals("IHDR") || first && length != 13) {
                throw new DamagedPicture();
            }
            if (first) {
                new PictureSize(in.getInt(in.position()), in.getInt(in.position() + 4)).check();
            }
            in.position(in.position() + length);
            int checksum = in.getInt();
            if (KEPT.contains(type)) {
                CRC32 crc = new CRC32();
                crc.update(in.array(), from + 4, length + 4);
                if ((int) crc.getValue() != checksum) {
                    throw new DamagedPicture();
                }
                out.write(in.array(), from, length + 12);
            }
            first = false;
            data |= type.equals("IDAT");
        } while (!type.equals("IEND"));
        if (!data) {
            throw new DamagedPicture();
        }
        return out.toByteArray();
    }
}
