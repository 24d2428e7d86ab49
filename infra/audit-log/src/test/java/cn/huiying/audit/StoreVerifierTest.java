package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.audit.StoreVerifier.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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
        return new StoreVerifier(entries, folder, key, List.of()).verify();
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
        List<String> notes = new ArrayList<>(CheckpointFile.read(file).notes());
        notes.add(notes.remove(1));
        Files.writeString(file, String.join("\n", notes) + "\n");
        assertThat(verify().faults()).singleElement().asString().startsWith("checkpoint 4 of 4 covers fewer events");
    }

    @RepeatedTest(50)
    void one_flipped_bit_of_the_checkpoints_is_always_found() throws IOException {
        Path file = folder.resolve("checkpoints");
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
        assertThat(verify().faults()).as("byte %d", at).isNotEmpty();
    }

    @Test
    void a_last_checkpoint_that_is_not_whole_is_told_and_what_only_it_covered_is_still_compared() throws IOException {
        Path file = folder.resolve("checkpoints");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        alter(700);
        Findings findings = verify();
        assertThat(findings.signed()).isEqualTo(310);
        assertThat(findings.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("bytes of the checkpoints are no whole one"))
                .anyMatch(fault -> fault.startsWith("event 700 is not the one that the tree has kept a hash of"));
    }

    @RepeatedTest(20)
    void an_altered_hash_of_a_whole_subtree_is_found() throws IOException {
        Path upper = folder.resolve("tree").resolve("level-1");
        byte[] bytes = Files.readAllBytes(upper);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= 1;
        Files.write(upper, bytes);
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .startsWith("the tree was altered in level-1 at hash " + (at / 32 + 1));
    }

    @Test
    void a_tree_that_was_cut_off_is_told() throws IOException {
        Files.write(leaves(), Arrays.copyOf(Files.readAllBytes(leaves()), 640 * 32));
        assertThat(verify().faults()).singleElement().asString().startsWith("the tree was cut off after event 640");
    }

    @Test
    void a_checkpoint_of_another_log_with_the_same_key_is_told() throws IOException {
        Path file = folder.resolve("checkpoints");
        NoteKey others = NoteKey.of("example.org/access", pair.getPublic());
        String note = SignedNote.sign(
                new Checkpoint("example.org/access", 950, new byte[32]).body(), others, pair.getPrivate());
        // The line of the signature says whose it is, and is not signed itself.
        String[] signed = note.split("\n— ");
        String mine = SignedNote.sign("x\n", key, pair.getPrivate()).split("\n— ")[1];
        byte[] line = Base64.getDecoder().decode(signed[1].split(" ")[1].strip());
        System.arraycopy(Base64.getDecoder().decode(mine.split(" ")[1].strip()), 0, line, 0, 4);
        Files.writeString(
                file,
                signed[0] + "\n— example.org/log " + Base64.getEncoder().encodeToString(line) + "\n\n",
                StandardOpenOption.APPEND);
        assertThat(verify().faults())
                .singleElement()
                .asString()
                .isEqualTo("checkpoint 5 of 5 was altered: the checkpoint is that of the log example.org/access, not of"
                        + " example.org/log");
    }

    @Test
    void a_log_that_was_signed_anew_is_found_by_what_a_witness_has_kept() throws IOException {
        String kept = CheckpointFile.read(folder.resolve("checkpoints")).notes().get(2);
        entries.clear();
        for (Path file : List.of(folder.resolve("checkpoints"), leaves(), leaves().resolveSibling("level-1"))) {
            Files.delete(file);
        }
        try (AuditTree tree = new AuditTree(folder, key, pair.getPrivate())) {
            for (int position = 1; position <= EVENTS; position++) {
                LogEntry entry = entry(position);
                entries.add(entry.bytes());
                tree.add(entry);
            }
            tree.sign();
        }
        assertThat(verify().faults()).isEmpty();
        assertThat(new StoreVerifier(entries, folder, key, List.of(kept))
                        .verify()
                        .faults())
                .singleElement()
                .asString()
                .contains("310");
        assertThat(new StoreVerifier(entries.subList(0, 305), folder, key, List.of(kept))
                        .verify()
                        .faults())
                .isNotEmpty();
        assertThat(new StoreVerifier(entries, folder, key, List.of(kept.replace("\n310\n", "\n900\n")))
                        .verify()
                        .faults())
                .singleElement()
                .asString()
                .startsWith("the witness's checkpoint 1 of 1 was altered");
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
        List<String> faults =
                new StoreVerifier(entries, folder, other, List.of()).verify().faults();
        assertThat(faults).hasSize(5).last().asString().startsWith("there is no checkpoint signed with this key");
    }

    @Test
    void nothing_is_written() throws IOException {
        byte[] before = Files.readAllBytes(leaves());
        Files.write(leaves(), Arrays.copyOf(before, before.length - 5));
        verify();
        assertThat(Files.size(leaves())).isEqualTo(before.length - 5);
    }
}
