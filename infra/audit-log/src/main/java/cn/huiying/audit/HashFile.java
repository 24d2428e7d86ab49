package cn.huiying.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The hashes in a file, one after the other, to be read only and any number of times; none where there is no file. */
final class HashFile implements Iterable<byte[]>, AutoCloseable {

    private static final int BLOCK = 2_048 * Hashing.LENGTH;

    /** Null where there is no file. */
    private final FileChannel file;

    HashFile(Path path) {
        try {
            file = Files.exists(path) ? FileChannel.open(path, StandardOpenOption.READ) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** Whether a hash that was kept is this one; one that a crash left as zeros, without what was written, says nothing. */
    static boolean agree(byte[] kept, byte[] hash) {
        return Arrays.equals(kept, hash) || Arrays.equals(kept, new byte[Hashing.LENGTH]);
    }

    /** How many whole hashes there are. */
    long size() {
        try {
            return file == null ? 0 : file.size() / Hashing.LENGTH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterator<byte[]> iterator() {
        return from(0);
    }

    /** @param first how many are passed over */
    Iterator<byte[]> from(long first) {
        return new Iterator<>() {

            private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
            private long read = first * Hashing.LENGTH;

            @Override
            public boolean hasNext() {
                if (block.remaining() < Hashing.LENGTH && file != null) {
                    fill();
                }
                return block.remaining() >= Hashing.LENGTH;
            }

            private void fill() {
                block.compact();
                try {
                    for (int some; block.hasRemaining() && (some = file.read(block, read)) > 0; ) {
                        read += some;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                block.flip();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                byte[] hash = new byte[Hashing.LENGTH];
                block.get(hash);
                return hash;
            }
        };
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
