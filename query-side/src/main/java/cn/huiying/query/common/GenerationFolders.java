package cn.huiying.query.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the generations of a read model lie: the first in the folder itself, each other one in a folder in it. */
final class GenerationFolders {

    private static final String PREFIX = "generation-";
    /** Holds the number of the generation that is read; there is none before the first rebuild. */
    private static final String LIVE = "generation";

    private final Path folder;

    GenerationFolders(Path folder) {
        this.folder = folder;
    }

    Path of(int generation) {
        return generation == 0 ? folder : folder.resolve(PREFIX + generation);
    }

    /** The generation that is read. */
    int live() {
        Path file = folder.resolve(LIVE);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /** All of it or nothing, also if the power fails. */
    void becomesLive(int generation) {
        Path file = folder.resolve(LIVE);
        Path written = folder.resolve(LIVE + ".new");
        try {
            Files.writeString(written, generation + "\n");
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }

    /** Deletes the former ones, and what a crash left half-built. */
    void deleteAllBut(int live) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                boolean generation = name.startsWith(PREFIX);
                if (generation ? !name.equals(PREFIX + live) : live != 0 && !name.equals(LIVE)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A former generation in " + folder + " can't be deleted", e);
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
