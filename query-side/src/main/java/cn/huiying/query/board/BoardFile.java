package cn.huiying.query.board;

import cn.huiying.query.board.SupervisionBoard.Kept;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The board as it stood at some position, so that a start does not read the whole log. Whoever deletes it loses only that. */
final class BoardFile {

    /** To be raised whenever the board is folded otherwise than before: what was kept by another fold is not gone on from. */
    private static final int FOLD = 1;

    private static final Logger log = LoggerFactory.getLogger(BoardFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Content(int fold, Kept board) {}

    private final Path file;

    BoardFile(Path file) {
        this.file = file;
    }

    /** Empty where there is none to go on from. */
    Optional<Kept> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
            return content.fold() == FOLD ? Optional.of(content.board()) : Optional.empty();
        } catch (IOException | JacksonException e) {
            log.warn("{} can't be read; the board is folded from the beginning of the log", file, e);
            return Optional.empty();
        }
    }

    /** All of it or nothing, also if the power fails. */
    void write(Kept board) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, JSON.writeValueAsBytes(new Content(FOLD, board)));
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
