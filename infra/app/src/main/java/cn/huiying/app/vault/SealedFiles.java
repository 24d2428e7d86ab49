package cn.huiying.app.vault;

import cn.huiying.shared.privacy.AttachmentContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file a content, in a folder a person: {@code <subject>/<sha256>}. A file has its name only once it is whole and on disk; what
 * a crash leaves ends in {@code .tmp}. Several processes may share the folder.
 */
class SealedFiles implements AttachmentContents {

    private final Path folder;
    private final TinkVault vault;

    SealedFiles(Path folder, TinkVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    @Override
    public void keep(String subject, String sha256, byte[] content) {
        byte[] sealed = vault.seal(subject, field(sha256), content);
        Path file = file(subject, sha256);
        Path unfinished = null;
        try {
            Files.createDirectories(file.getParent());
            unfinished = Files.createTempFile(file.getParent(), sha256, ".tmp");
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(sealed);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
            force(folder);
        } catch (IOException e) {
            throw new NotKept(e);
        } finally {
            delete(unfinished);
        }
    }

    @Override
    public boolean has(String subject, String sha256) {
        return Files.exists(file(subject, sha256));
    }

    @Override
    public Optional<byte[]> find(String subject, String sha256) {
        Path file = file(subject, sha256);
        try {
            return vault.open(subject, field(sha256), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            if (vault.isDestroyed(subject)) {
                return Optional.empty();
            }
            throw new IllegalStateException("The attachment " + file + " is lost: was the folder restored?", e);
        } catch (IOException e) {
            throw new IllegalStateException("The attachment " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Removes everything that was kept for a person. */
    void remove(String subject) {
        Path ofPerson = folder.resolve(subject);
        try (Stream<Path> files = Files.exists(ofPerson) ? Files.list(ofPerson) : Stream.empty()) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(ofPerson);
        } catch (IOException e) {
            throw new UncheckedIOException("The attachments in " + ofPerson + " can't be removed", e);
        }
    }

    private Path file(String subject, String sha256) {
        return folder.resolve(subject).resolve(sha256);
    }

    /** Binds a content to its hash, so that one file can't stand in for another. */
    private static String field(String sha256) {
        return "AttachmentAdded.content " + sha256;
    }

    /** A name is on disk when its folder is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            // Nobody reads it.
        }
    }
}
