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
        for (String note : read(file)) {
            end += note.getBytes(StandardCharsets.UTF_8).length + 1;
            last = note;
        }
    }

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

    static List<String> read(Path file) {
        try {
            return Files.exists(file) ? split(Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " can't be read", e);
        }
    }

    /** A note has an empty line of its own, before its signatures. */
    private static List<String> split(String text) {
        List<String> notes = new ArrayList<>();
        for (int start = 0; ; ) {
            int signatures = text.indexOf(END, start);
            int end = signatures < 0 ? -1 : text.indexOf(END, signatures + END.length());
            if (end < 0) {
                return notes;
            }
            notes.add(text.substring(start, end + 1));
            start = end + END.length();
        }
    }
}
