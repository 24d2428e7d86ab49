package cn.huiying.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder that others keep, such as a share of another office or a write-once medium: one file a checkpoint, by its size.
 *
 * @param folder made where only its parent is there; a share that is not mounted must not be taken for an empty one
 */
public record FolderWitness(Path folder) implements Witness {

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void keep(AuditTree tree, AuditTree.Signed newest) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectory(folder);
        }
        Path file = folder.resolve("checkpoint-" + newest.checkpoint().size() + ".txt");
        if (Files.exists(file) && Files.readString(file).equals(newest.note())) {
            return;
        }
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        Files.writeString(unfinished, newest.note());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
