package cn.huiying.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file for each level, one hash after the other, so that tile n of a level (C2SP tlog-tiles) is its bytes from n · 8192. What was
 * added is on disk after {@link #force}.
 */
final class TileFiles implements AutoCloseable {

    /** Deeper than any log: 256⁷ events. */
    static final int LEVELS = 7;

    /** Of a file; its level follows. */
    static final String NAME = "level-";

    private static final int BUFFERED = 1 << 16;

    private final List<Level> levels = new ArrayList<>();

    /**
     * Opens the files, or makes them.
     *
     * @param sound how many leaves were forced to disk for certain; what lies beyond may be torn and is dropped
     */
    TileFiles(Path folder, long sound) {
        try {
            Files.createDirectories(folder);
            long whole = sound;
            for (int i = 0; i < LEVELS; i++, whole >>= MerkleTree.TILE_HEIGHT) {
                levels.add(new Level(folder.resolve(NAME + i), whole));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tree in " + folder + " can't be opened", e);
        }
    }

    /** How many hashes the level has: 0 is that of the leaves, 1 of subtrees of 256 leaves, and so on. */
    long size(int level) {
        return levels.get(level).size;
    }

    void add(int level, byte[] hash) {
        levels.get(level).add(hash);
    }

    /** @throws IndexOutOfBoundsException where the level has not that many */
    byte[][] read(int level, long index, int count) {
        return levels.get(level).read(index, count);
    }

    void force() {
        levels.forEach(Level::force);
    }

    @Override
    public void close() {
        levels.forEach(Level::close);
    }

    /** Not a channel: that would be closed by whoever is interrupted while it reads. */
    private static final class Level {

        private final RandomAccessFile file;
        private final ByteBuffer added = ByteBuffer.allocate(BUFFERED);
        private volatile long size;
        private long written;

        Level(Path path, long sound) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
            written = Math.min(sound, file.length() / Hashing.LENGTH);
            file.setLength(written * Hashing.LENGTH);
            size = written;
        }

        synchronized void add(byte[] hash) {
            if (added.remaining() < Hashing.LENGTH) {
                write();
            }
            added.put(hash);
            size++;
        }

        private void write() {
            try {
                file.seek(written * Hashing.LENGTH);
                file.write(added.array(), 0, added.position());
                written += added.position() / Hashing.LENGTH;
                added.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized byte[][] read(long index, int count) {
            if (index < 0 || index + count > size) {
                throw new IndexOutOfBoundsException(index + " to " + (index + count) + " of " + size);
            }
            byte[][] hashes = new byte[count][Hashing.LENGTH];
            int stored = (int) Math.max(0, Math.min(count, written - index));
            try {
                file.seek(index * Hashing.LENGTH);
                byte[] bytes = new byte[stored * Hashing.LENGTH];
                file.readFully(bytes);
                for (int i = 0; i < stored; i++) {
                    hashes[i] = Arrays.copyOfRange(bytes, i * Hashing.LENGTH, (i + 1) * Hashing.LENGTH);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (int i = stored; i < count; i++) {
                added.get((int) (index + i - written) * Hashing.LENGTH, hashes[i]);
            }
            return hashes;
        }

        synchronized void force() {
            write();
            try {
                file.getFD().sync();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized void close() {
            write();
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
