package cn.huiying.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

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
        return !iterator().hasNext();
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Iterator<>() {

            private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
            private long read;

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
