package cn.huiying.command.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies of a JPEG stream (ITU-T T.81) the segments that show the picture, byte by byte, so that no pixel changes. Of the
 * application segments there stay the densities of JFIF, the colour profile, the colour transform of Adobe, and from Exif the
 * orientation; comments, all other metadata and whatever follows the end are left out.
 */
final class JpegSegments {

    private static final int SOF0 = 0xC0;
    private static final int SOF15 = 0xCF;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int DQT = 0xDB;
    private static final int DNL = 0xDC;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

    private static final byte[] JFIF = name("JFIF\0");
    private static final byte[] EXIF = name("Exif\0\0");
    private static final byte[] PROFILE = name("ICC_PROFILE\0");
    private static final byte[] ADOBE = name("Adobe");

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;

    private JpegSegments(byte[] given) {
        in = ByteBuffer.wrap(given);
        out = new ByteArrayOutputStream(given.length);
    }

    static boolean begin(byte[] given) {
        return given.length > 2 && given[0] == (byte) 0xFF && given[1] == (byte) SOI && given[2] == (byte) 0xFF;
    }

    /** @throws cn.huiying.shared.rule.Refused where it has too many pixels */
    static byte[] strip(byte[] given) throws DamagedPicture {
        try {
            return new JpegSegments(given).strip();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new DamagedPicture();
        }
    }

    private byte[] strip() throws DamagedPicture {
        marker();
        write(SOI);
        boolean scanned = false;
        for (int marker = marker(); marker != EOI; marker = marker()) {
            if (marker < SOF0 || marker >= RST0 && marker <= SOI) {
                throw new DamagedPicture();
            }
            byte[] segment = segment();
            switch (marker) {
                case DHT, DAC, DQT, DNL, DRI -> write(marker, segment);
                case SOS -> {
                    write(marker, segment);
                    copyScan();
                    scanned = true;
                }
                case APP0 -> density(segment);
                case APP1 -> orientation(segment);
                case APP2 -> {
                    if (startsWith(segment, PROFILE)) {
                        write(marker, segment);
                    }
                }
                case APP14 -> {
                    if (startsWith(segment, ADOBE) && segment.length >= 12) {
                        write(marker, Arrays.copyOf(segment, 12));
                    }
                }
                default -> {
                    if (isFrame(marker)) {
                        size(segment).check();
                        write(marker, segment);
                    }
                }
            }
        }
        if (!scanned) {
            throw new DamagedPicture();
        }
        write(EOI);
        return out.toByteArray();
    }

    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    private static PictureSize size(byte[] frame) {
        ByteBuffer fields = ByteBuffer.wrap(frame);
        fields.get();
        int height = fields.getShort() & 0xFFFF;
        return new PictureSize(fields.getShort() & 0xFFFF, height);
    }

    /** A marker may be preceded by any number of fill bytes. */
    private int marker() throws DamagedPicture {
        if (unsigned() != 0xFF) {
            throw new DamagedPicture();
        }
        int marker = unsigned();
        while (marker == 0xFF) {
            marker = unsigned();
        }
        return marker;
    }

    private byte[] segment() throws DamagedPicture {
        int length = in.getShort() & 0xFFFF;
        if (length < 2) {
            throw new DamagedPicture();
        }
        byte[] segment = new byte[length - 2];
        in.get(segment);
        return segment;
    }

    /** Up to the next marker that is neither a stuffed byte nor a restart. */
    private void copyScan() {
        int from = in.position();
        while (true) {
            if (unsigned() == 0xFF) {
                int next = in.get(in.position()) & 0xFF;
                if (next != 0 && next != 0xFF && (next < RST0 || next >= SOI)) {
                    in.position(in.position() - 1);
                    out.write(in.array(), from, in.position() - from);
                    return;
                }
            }
        }
    }

    /** Without the thumbnail that may follow. */
    private void density(byte[] segment) {
        if (startsWith(segment, JFIF) && segment.length >= 14) {
            byte[] kept = Arrays.copyOf(segment, 14);
            kept[12] = 0;
            kept[13] = 0;
            write(APP0, kept);
        }
    }

    /** The camera's turn of the picture is a part of how it looks; it is written anew, with nothing beside it. */
    private void orientation(byte[] segment) {
        int orientation = startsWith(segment, EXIF) ? orientationIn(segment) : 1;
        if (orientation > 1) {
            ByteBuffer exif = ByteBuffer.allocate(EXIF.length + 26);
            exif.put(EXIF).put(name("MM\0*")).putInt(8);
            exif.putShort((short) 1);
            exif.putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
            exif.putShort((short) orientation).putShort((short) 0);
            exif.putInt(0);
            write(APP1, exif.array());
        }
    }

    /** 1, upright, where there is none that can be read. */
    private static int orientationIn(byte[] segment) {
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + 12 * entry;
                if (tiff.getShort(at) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                    int orientation = tiff.getShort(at + 8);
                    return orientation >= 1 && orientation <= 8 ? orientation : 1;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // Metadata that can't be read is none.
        }
        return 1;
    }

    private int unsigned() {
        return in.get() & 0xFF;
    }

    private void write(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private void write(int marker, byte[] segment) {
        write(marker);
        out.write((segment.length + 2) >> 8);
        out.write(segment.length + 2);
        out.writeBytes(segment);
    }

    private static boolean startsWith(byte[] segment, byte[] name) {
        return segment.length >= name.length && Arrays.equals(segment, 0, name.length, name, 0, name.length);
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
