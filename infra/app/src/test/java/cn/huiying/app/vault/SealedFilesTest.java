package cn.huiying.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.shared.privacy.AttachmentContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, real keys. */
class SealedFilesTest {

    private static final String AUTHOR = "ACC-wang";
    private static final String SHA256 = "5e".repeat(32);

    @TempDir
    Path folder;

    private final byte[] master = new byte[32];
    private final byte[] content = new byte[1 << 20];
    private SubjectKeys keys;
    private AttachmentContents contents;

    @BeforeEach
    void open() {
        new Random(1).nextBytes(content);
        keys = new SubjectKeys(folder.resolve("keys.sqlite"));
        contents = new SealedFiles(folder.resolve("attachments"), new TinkVault(keys, master, (subject, field) -> {}));
    }

    @AfterEach
    void close() {
        keys.close();
    }

    private Path file(String subject, String sha256) {
        return folder.resolve("attachments").resolve(subject).resolve(sha256);
    }

    @Test
    void what_is_kept_is_found_again_after_a_restart_also_when_it_is_kept_twice() throws IOException {
        contents.keep(AUTHOR, SHA256, content);
        contents.keep(AUTHOR, SHA256, content);
        close();
        open();

        assertThat(contents.find(AUTHOR, SHA256)).hasValue(content);
        try (Stream<Path> files = Files.walk(folder.resolve("attachments"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file(AUTHOR, SHA256));
        }
    }

    @Test
    void nothing_is_found_any_more_once_the_authors_key_is_destroyed() throws Exception {
        contents.keep(AUTHOR, SHA256, content);
        contents.keep("ACC-li", SHA256, content);
        close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.sqlite"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM subject_keys WHERE subject = '" + AUTHOR + "'"))
                    .isOne();
        }
        open();

        assertThat(contents.find(AUTHOR, SHA256)).isEmpty();
        assertThat(contents.find("ACC-li", SHA256)).hasValue(content);
    }

    @Test
    void a_file_can_not_stand_in_for_another_nor_be_altered() throws IOException {
        String other = "7a".repeat(32);
        contents.keep(AUTHOR, SHA256, content);
        contents.keep("ACC-li", SHA256, content);
        Files.copy(file(AUTHOR, SHA256), file(AUTHOR, other));
        assertThatThrownBy(() -> contents.find(AUTHOR, other)).hasMessageContaining("altered or moved");

        byte[] sealed = Files.readAllBytes(file(AUTHOR, SHA256));
        sealed[sealed.length / 2] ^= 1;
        Files.write(file(AUTHOR, SHA256), sealed);
        assertThatThrownBy(() -> contents.find(AUTHOR, SHA256)).hasMessageContaining("altered or moved");

        Files.write(file(AUTHOR, SHA256), new byte[3]);
        assertThatThrownBy(() -> contents.find(AUTHOR, SHA256)).hasMessageContaining("no suite");
    }

    @Test
    void a_file_that_is_not_there_is_told_apart_from_a_destroyed_key() {
        assertThatThrownBy(() -> contents.find(AUTHOR, SHA256)).hasMessageContaining("is lost");
    }

    @Test
    void what_can_not_be_written_is_not_kept() throws IOException {
        Files.writeString(folder.resolve("attachments"), "no folder");
        assertThatThrownBy(() -> contents.keep(AUTHOR, SHA256, content)).isInstanceOf(AttachmentContents.NotKept.class);
    }
}
