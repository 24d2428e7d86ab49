package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.audit.StoreVerifier.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole log against the files that are kept beside it, whichever of them was altered. */
class StoreVerifierTest {

    private static final int EVENTS = 900;
    private static final int[] SIGNED_AT = {100, 300, 310, 900};

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final List<byte[]> entries = new ArrayList<>();
    private KeyPair pair;
    private NoteKey key;

    @BeforeEach
    void a_log_that_was_signed_four_times() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = NoteKey.of("example.org/log", pair.getPublic());
        try (AuditTree tree = new AuditTree(folder, key, pair.getPrivate())) {
            for (int at : SIGNED_AT) {
                while (entries.size() < at) {
                    LogEntry entry = entry(entries.size() + 1);
                    entries.add(entry.bytes());
                    tree.add(entry);
                }
                tree.sign();
            }
        }
    }

    private LogEntry entry(long position) {
        byte[] payload = ("{\"n\":" + random.nextLong() + "}").getBytes(StandardCharsets.UTF_8);
        return new LogEntry(position, "S", position, "T", "id", "2026", "E", "1", payload, new byte[0]);
    }

    private Findings verify() {
        return new StoreVerifier(entries, folder, key).verify();
    }

    private void alter(int position) {
        entries.set(position - 1, entry(position).bytes());
    }

    private Path leaves() {
        return folder.resolve("tree").resolve("level-0");
    }

    @Test
    void a_sound_log_has_no_fault_and_what_is_not_signed_yet_is_counted() {
        assertThat(verify()).isEqualTo(new Findings(EVENTS, 0, 4, List.of()));
        entries.add(entry(901).bytes());
        entries.add(entry(902).bytes());
        assertThat(verify()).isEqualTo(new Findings(EVENTS, 2, 4, List.of()));
    }

    @RepeatedTest(20)
    void an_altered_event_is_named_with_the_last_checkpoint_that_still_fits() {
        int position = 301 + random.nextInt(10);
        alter(position);
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .startsWith("event " + position + " (")
                .contains("was changed")
                .contains("the first 300 events are those that were signed at checkpoint 300");
    }

    @RepeatedTest(20)
    void an_altered_leaf_of_the_tree_is_told_from_an_altered_event() throws IOException {
        int position = 1 + random.nextInt(EVENTS);
        byte[] bytes = Files.readAllBytes(leaves());
        bytes[(position - 1) * 32 + random.nextInt(32)] ^= 1;
        Files.write(leaves(), bytes);
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .startsWith("the tree was altered at event " + position);
    }

    @RepeatedTest(20)
    void where_the_tree_was_altered_alike_the_checkpoints_around_it_are_named() throws IOException {
        int position = 101 + random.nextInt(200);
        alter(position);
        byte[] bytes = Files.readAllBytes(leaves());
        byte[] leaf = LogEntry.parse(entries.get(position - 1)).leafHash();
        System.arraycopy(leaf, 0, bytes, (position - 1) * 32, 32);
        Files.write(leaves(), bytes);
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .contains("are not those that were signed at checkpoint 300")
                .contains("the first 100 events are those that were signed");
    }

    @Test
    void an_altered_checkpoint_is_named_and_the_others_still_count() throws IOException {
        Path file = folder.resolve("checkpoints");
        Files.writeString(file, Files.readString(file).replace("\n310\n", "\n311\n"));
        Findings findings = verify();
        assertThat(findings.signed()).isEqualTo(EVENTS);
        assertThat(findings.faults()).singleElement().asString().startsWith("checkpoint 3 of 4 was altered");
    }

    @Test
    void checkpoints_that_were_moved_are_told() throws IOException {
        Path file = folder.resolve("checkpoints");
        List<String> notes = new ArrayList<>(CheckpointFile.read(file));
        notes.add(notes.remove(1));
        Files.writeString(file, String.join("\n", notes) + "\n");
        assertThat(verify().faults()).singleElement().asString().startsWith("checkpoint 4 of 4 covers fewer events");
    }

    @Test
    void a_removed_end_is_found_and_named() {
        entries.subList(850, EVENTS).clear();
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .startsWith("event 851 and what followed it, up to 900, were removed");
    }

    @Test
    void without_a_tree_a_sound_log_is_still_proven() throws IOException {
        Files.delete(leaves());
        assertThat(verify().faults()).isEmpty();
        alter(5);
        assertThat(verify().faults()).singleElement().asString().contains("it can't be said which");
    }

    @Test
    void without_a_checkpoint_of_this_key_nothing_is_proven() throws GeneralSecurityException {
        NoteKey other = NoteKey.of(
                "example.org/log",
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        List<String> faults = new StoreVerifier(entries, folder, other).verify().faults();
        assertThat(faults).hasSize(5).last().asString().startsWith("there is no checkpoint signed with this key");
    }

    @Test
    void nothing_is_written() throws IOException {
        byte[] before = Files.readAllBytes(leaves());
        Files.write(leaves(), java.util.Arrays.copyOf(before, before.length - 5));
        verify();
        assertThat(Files.size(leaves())).isEqualTo(before.length - 5);
    }
}
