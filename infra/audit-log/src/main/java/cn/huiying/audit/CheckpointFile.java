package cn.huiying.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every checkpoint that was signed, in order: notes, each with an empty line behind it. What a crash leaves unfinished is passed
 * over, and overwritten by the next one. One thread adds.
 */
final class CheckpointFile {

    private static final String END = "\n\n";

    private final Path file;
    private long end;
    private volatile String last;

    CheckpointFile(Path file) {
        this.file = file;
        Content content = read(file);
        end = content.end();
        last = content.notes().isEmpty() ? null : content.notes().getLast();
    }

    /**
     * What is in a file.
     *
     * @param end  in bytes, of the last whole note
     * @param torn bytes that follow it
     */
    record Content(List<String> notes, long end, long torn) {}

    /** On disk before this returns. */
    void add(String note) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8));
            int length = bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            channel.force(true);
            end += length;
            last = note;
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint can't be written to " + file, e);
        }
    }

    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /** What is no UTF-8 is read, too: the note that it is in is not the one that was signed. */
    static Content read(Path file) {
        try {
            return split(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " can't be read", e);
        }
    }

    /** A note has an empty line of its own, before its signatures. */
    private static Content split(byte[] bytes) {
        // A character is a byte here, so that places are the same in both.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> notes = new ArrayList<>();
        for (int start = 0; ; ) {
            int signatures = text.indexOf(END, start);
            int end = signatures < 0 ? -1 : text.indexOf(END, signatures + END.length());
            if (end < 0) {
                return new Content(notes, start, bytes.length - start);
            }
            notes.add(new String(bytes, start, end + 1 - start, StandardCharsets.UTF_8));
            start = end + END.length();
        }
    }
}
