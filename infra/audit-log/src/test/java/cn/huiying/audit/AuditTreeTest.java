package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.audit.AuditTree.LogAltered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree on disk and its checkpoints, over starts and crashes. */
class AuditTreeTest {

    private final KeyPair pair = pair();
    private final NoteKey key = NoteKey.of("example.org/log", pair.getPublic());

    @TempDir
    Path folder;

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private AuditTree open() {
        return new AuditTree(folder, key, pair.getPrivate());
    }

    private static LogEntry entry(long position, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return new LogEntry(position, "S", position, "T", "id", "2026", "E", "1", bytes, new byte[0]);
    }

    private static void add(AuditTree tree, int upTo) {
        for (long position = tree.size() + 1; position <= upTo; position++) {
            tree.add(entry(position, "{}"));
        }
    }

    @Test
    void an_empty_log_has_a_checkpoint_of_nothing() {
        try (AuditTree tree = open()) {
            assertThat(tree.newest()).isEmpty();
            assertThat(tree.sign().checkpoint().size()).isZero();
        }
    }

    @Test
    void checkpoints_are_signed_when_there_is_something_new_and_stay() {
        String first;
        try (AuditTree tree = open()) {
            add(tree, 300);
            first = tree.sign().note();
            assertThat(tree.sign().note()).isEqualTo(first);
            add(tree, 301);
            assertThat(tree.sign().note()).isNotEqualTo(first);
        }
        try (AuditTree tree = open()) {
            assertThat(tree.size()).isEqualTo(301);
            assertThat(tree.newest().orElseThrow().checkpoint().size()).isEqualTo(301);
            assertThat(CheckpointFile.read(folder.resolve("checkpoints")).notes())
                    .hasSize(2)
                    .contains(first);
            assertThat(Proofs.consistent(
                            300,
                            301,
                            Checkpoint.parse(SignedNote.open(first, key)).root(),
                            tree.newest().orElseThrow().checkpoint().root(),
                            tree.consistency(300, 301)))
                    .isTrue();
        }
    }

    @Test
    void what_no_checkpoint_covers_is_added_again_after_a_start() {
        try (AuditTree tree = open()) {
            add(tree, 300);
            tree.sign();
            add(tree, 600);
        }
        try (AuditTree tree = open()) {
            assertThat(tree.size()).isEqualTo(300);
        }
    }

    @Test
    void a_checkpoint_that_a_crash_cut_off_is_passed_over_and_overwritten() throws IOException {
        String first;
        String second;
        try (AuditTree tree = open()) {
            add(tree, 10);
            first = tree.sign().note();
            add(tree, 20);
            second = tree.sign().note();
        }
        Path file = folder.resolve("checkpoints");
        Files.writeString(file, Files.readString(file).substring(0, (int) Files.size(file) - 30));
        try (AuditTree tree = open()) {
            assertThat(tree.newest().orElseThrow().checkpoint().size()).isEqualTo(10);
            add(tree, 20);
            assertThat(tree.sign().note()).isEqualTo(second);
        }
        assertThat(CheckpointFile.read(file).notes()).containsExactly(first, second);
    }

    @Test
    void a_damaged_tree_is_set_aside_and_made_again_from_the_log() throws IOException {
        try (AuditTree tree = open()) {
            add(tree, 1_000);
            tree.sign();
        }
        Path leaves = folder.resolve("tree").resolve("level-0");
        byte[] bytes = Files.readAllBytes(leaves);
        bytes[999 * 32] ^= 1;
        Files.write(leaves, bytes);
        try (AuditTree tree = open()) {
            assertThat(tree.size()).isZero();
            add(tree, 1_000);
            assertThat(tree.root(1_000))
                    .isEqualTo(tree.newest().orElseThrow().checkpoint().root());
        }
        assertThat(folder.resolve("tree-damaged").resolve("level-0")).hasBinaryContent(bytes);
    }

    @Test
    void a_tree_that_is_gone_is_made_again() throws IOException {
        try (AuditTree tree = open()) {
            add(tree, 1_000);
            tree.sign();
        }
        Files.delete(folder.resolve("tree").resolve("level-0"));
        try (AuditTree tree = open()) {
            assertThat(tree.size()).isZero();
            add(tree, 1_000);
        }
    }

    @Test
    void a_log_that_does_not_fit_its_checkpoint_is_refused() throws IOException {
        try (AuditTree tree = open()) {
            add(tree, 1_000);
            tree.sign();
        }
        Files.write(folder.resolve("tree").resolve("level-0"), new byte[32], StandardOpenOption.TRUNCATE_EXISTING);
        try (AuditTree tree = open()) {
            add(tree, 499);
            tree.add(entry(500, "{\"altered\":true}"));
            assertThatThrownBy(() -> add(tree, 1_000))
                    .isInstanceOf(LogAltered.class)
                    .hasMessageContaining("1000");
        }
    }

    @Test
    void what_no_checkpoint_covers_has_to_be_what_was_added_before_a_start() throws IOException {
        try (AuditTree tree = open()) {
            add(tree, 300);
            tree.sign();
            add(tree, 600);
        }
        try (AuditTree tree = open()) {
            add(tree, 449);
            assertThatThrownBy(() -> tree.add(entry(450, "{\"altered\":true}")))
                    .isInstanceOf(LogAltered.class)
                    .hasMessageContaining("Event 450 ");
        }
    }

    @Test
    void a_hash_that_a_crash_left_unwritten_says_nothing() throws IOException {
        try (AuditTree tree = open()) {
            add(tree, 300);
            tree.sign();
            add(tree, 600);
        }
        Path leaves = folder.resolve("tree").resolve("level-0");
        byte[] bytes = Files.readAllBytes(leaves);
        java.util.Arrays.fill(bytes, 400 * 32, bytes.length, (byte) 0);
        Files.write(leaves, bytes);
        try (AuditTree tree = open()) {
            add(tree, 600);
            assertThat(tree.sign().checkpoint().size()).isEqualTo(600);
        }
    }

    @Test
    void a_log_with_a_gap_is_refused() {
        try (AuditTree tree = open()) {
            add(tree, 5);
            assertThatThrownBy(() -> tree.add(entry(7, "{}"))).isInstanceOf(LogAltered.class);
        }
    }

    @Test
    void the_checkpoints_of_another_key_are_not_gone_on_from() {
        try (AuditTree tree = open()) {
            add(tree, 5);
            tree.sign();
        }
        KeyPair other = pair();
        NoteKey otherKey = NoteKey.of("example.org/log", other.getPublic());
        assertThatThrownBy(() -> new AuditTree(folder, otherKey, other.getPrivate()))
                .isInstanceOf(InvalidProof.class);
    }
}
