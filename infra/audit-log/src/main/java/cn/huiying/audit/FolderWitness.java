package cn.huiying.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A folder that others keep, such as a share of another office or a write-once medium: one file a checkpoint, by its size.
 *
 * @param folder made where only its parent is there; a share that is not mounted must not be taken for an empty one
 */
public record FolderWitness(Path folder) implements Witness {

    private static final String NAME = "checkpoint-";
    private static final String ENDING = ".txt";

    private long largest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(NAME + "\\d{1,18}\\" + ENDING))
                    .mapToLong(name -> Long.parseLong(name.substring(NAME.length(), name.length() - ENDING.length())))
                    .max()
                    .orElse(0);
        }
    }

    private Path file(long size) {
        return folder.resolve(NAME + size + ENDING);
    }

    /** What was kept last has to be the beginning of the tree, or the log was altered and has grown since. */
    private void requireBeginning(AuditTree tree, long size) throws IOException {
        Checkpoint kept;
        try {
            kept = Checkpoint.open(Files.readString(file(size)), tree.key());
        } catch (InvalidProof e) {
            throw new IOException(file(size) + " is no checkpoint of this log: " + e.getMessage(), e);
        }
        if (!Arrays.equals(kept.root(), tree.root(size))) {
            throw new IOException(file(size) + " is not the beginning of the log: it was altered up to event " + size
                    + ". Keep that file, and verify the log against it.");
        }
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void keep(AuditTree tree, AuditTree.Signed newest) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectory(folder);
        }
        long size = newest.checkpoint().size();
        Path file = file(size);
        if (Files.exists(file)) {
            if (!Files.readString(file).equals(newest.note())) {
                throw new IOException(file + " holds another checkpoint of as many events: the log was altered."
                        + " Keep that file, and verify the log against it.");
            }
            return;
        }
        long most = largest();
        if (most > size) {
            throw new IOException(folder + " holds a checkpoint of " + most + " events, the log has one of " + size
                    + " only: events were removed, or a backup was restored. Verify the log against that folder.");
        }
        if (most > 0) {
            requireBeginning(tree, most);
        }
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        Files.writeString(unfinished, newest.note());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
