package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWitnessTest {

    @TempDir
    Path folder;

    private KeyPair pair;
    private NoteKey key;
    private FolderWitness witness;

    @BeforeEach
    void make() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = NoteKey.of("example.org/log", pair.getPublic());
        witness = new FolderWitness(folder.resolve("witness"));
    }

    /** Signs a log of so many events in a folder of its own. */
    private void sign(String log, int events, String payload) throws IOException {
        try (AuditTree tree = new AuditTree(folder.resolve(log), key, pair.getPrivate())) {
            for (long position = tree.size() + 1; position <= events; position++) {
                byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
                tree.add(new LogEntry(position, "S", position, "T", "id", "2026", "E", "1", bytes, new byte[0]));
            }
            witness.keep(tree, tree.sign());
        }
    }

    @Test
    void each_checkpoint_is_kept_and_the_same_one_once() throws IOException {
        sign("log", 5, "{}");
        sign("log", 5, "{}");
        sign("log", 7, "{}");
        assertThat(witness.folder()).isDirectoryContaining("glob:**/checkpoint-5.txt");
        assertThat(witness.folder()).isDirectoryContaining("glob:**/checkpoint-7.txt");
    }

    @Test
    void another_checkpoint_of_as_many_events_is_refused_and_the_kept_one_stays() throws IOException {
        sign("log", 5, "{}");
        Path kept = witness.folder().resolve("checkpoint-5.txt");
        String before = Files.readString(kept);
        assertThatThrownBy(() -> sign("forged", 5, "{1}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the log was altered");
        assertThat(kept).hasContent(before);
    }

    @Test
    void a_log_that_became_smaller_is_refused() throws IOException {
        sign("log", 500, "{}");
        assertThatThrownBy(() -> sign("restored", 70, "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds a checkpoint of 500 events, the log has one of 70 only");
        assertThat(witness.folder()).isDirectoryNotContaining("glob:**/checkpoint-70.txt");
    }

    @Test
    void a_log_that_was_altered_and_has_grown_since_is_refused() throws IOException {
        sign("log", 5, "{}");
        assertThatThrownBy(() -> sign("forged", 9, "{1}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not the beginning of the log: it was altered up to event 5");
        assertThat(witness.folder()).isDirectoryNotContaining("glob:**/checkpoint-9.txt");
    }

    @Test
    void a_file_that_is_no_checkpoint_of_the_log_is_named() throws IOException {
        sign("log", 5, "{}");
        Path kept = witness.folder().resolve("checkpoint-5.txt");
        Files.writeString(kept, Files.readString(kept).replace("example.org", "example.com"));
        assertThatThrownBy(() -> sign("log", 7, "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("checkpoint-5.txt is no checkpoint of this log");
    }
}
