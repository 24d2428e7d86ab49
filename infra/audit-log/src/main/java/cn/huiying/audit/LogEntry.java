package cn.huiying.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One event as it is stored. Its leaf in the tree is made of all of it, so that no part of a row can be changed, and no row moved,
 * without another leaf.
 *
 * @param position   1, 2, 3 … in the log
 * @param stream     null, like sequence and stream type, where the event belongs to no aggregate
 * @param recordedAt as stored
 * @param revision   may be null
 * @param payload    as stored, sealed parts sealed
 */
public record LogEntry(
        long position,
        String stream,
        Long sequence,
        String streamType,
        String eventId,
        String recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {

    /** Names what follows: another form of the entry, or another hash, would have another number. */
    private static final byte SUITE_SHA_256 = 1;

    private static final int ABSENT = -1;

    private static final int POSITION_AT = 1;

    /** Bytes of suite and position, which every entry begins with. */
    static final int LEAST = POSITION_AT + Long.BYTES;

    /** The leaf hash of RFC 9162 over {@link #bytes()}. */
    public byte[] leafHash() {
        return new Hashing().leaf(bytes());
    }

    /**
     * What is hashed: the suite, the position, and each other part in the order of the columns, with its length before it, so that no
     * two entries have the same bytes. Numbers are big-endian.
     */
    public byte[] bytes() {
        byte[][] parts = {
            utf8(stream),
            sequence == null
                    ? null
                    : ByteBuffer.allocate(Long.BYTES).putLong(sequence).array(),
            utf8(streamType),
            utf8(eventId),
            utf8(recordedAt),
            utf8(type),
            utf8(revision),
            payload,
            metadata
        };
        int length = 1 + Long.BYTES;
        for (byte[] part : parts) {
            length += Integer.BYTES + (part == null ? 0 : part.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).put(SUITE_SHA_256).putLong(position);
        for (byte[] part : parts) {
            if (part == null) {
                bytes.putInt(ABSENT);
            } else {
                bytes.putInt(part.length).put(part);
            }
        }
        return bytes.array();
    }

    /**
     * What {@link #bytes()} gave.
     *
     * @throws InvalidProof where these are not the bytes of an entry
     */
    public static LogEntry parse(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            if (rest.get() != SUITE_SHA_256) {
                throw new InvalidProof("an event is of a suite that is not known here");
            }
            long position = rest.getLong();
            String stream = text(rest);
            byte[] sequence = part(rest);
            LogEntry entry = new LogEntry(
                    position,
                    stream,
                    sequence == null ? null : ByteBuffer.wrap(sequence).getLong(),
                    text(rest),
                    text(rest),
                    text(rest),
                    text(rest),
                    text(rest),
                    part(rest),
                    part(rest));
            if (rest.hasRemaining()) {
                throw new InvalidProof("an event has more bytes than it should");
            }
            return entry;
        } catch (BufferUnderflowException e) {
            throw new InvalidProof("an event has fewer bytes than it should");
        }
    }

    /** The position in the bytes of an entry. */
    static long position(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(POSITION_AT);
    }

    /** The same event at another position. */
    static byte[] moved(byte[] bytes, long position) {
        byte[] moved = bytes.clone();
        ByteBuffer.wrap(moved).putLong(POSITION_AT, position);
        return moved;
    }

    private static byte[] part(ByteBuffer rest) {
        int length = rest.getInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > rest.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        rest.get(part);
        return part;
    }

    private static String text(ByteBuffer rest) {
        byte[] part = part(rest);
        return part == null ? null : new String(part, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
