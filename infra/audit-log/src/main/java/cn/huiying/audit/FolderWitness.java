package cn.huiying.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path file = folder.resolve(NAME + size + ENDING);
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
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        Files.writeString(unfinished, newest.note());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
