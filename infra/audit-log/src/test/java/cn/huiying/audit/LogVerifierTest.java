package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever alters anything anywhere is found, and where it was is named. */
class LogVerifierTest {

    private static final int EVENTS = 700;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final List<byte[]> entries = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private MerkleTree tree;
    private Checkpoint checkpoint;

    @BeforeEach
    void a_log_and_its_tree() {
        tree = new MerkleTree(new TileFiles(folder, 0));
        for (int i = 1; i <= EVENTS; i++) {
            LogEntry entry = entry(i);
            entries.add(entry.bytes());
            leaves.add(entry.leafHash());
            tree.add(entry.leafHash());
        }
        checkpoint = new Checkpoint("log", EVENTS, tree.root(EVENTS));
    }

    private LogEntry entry(long position) {
        byte[] payload = ("{\"n\":" + random.nextLong() + "}").getBytes(StandardCharsets.UTF_8);
        return new LogEntry(
                position,
                "PET-" + random.nextInt(50),
                (long) random.nextInt(9),
                "Petition",
                "id" + random.nextLong(),
                "2026-11-30T00:00:00.000000000Z",
                "PetitionSubmitted",
                "1",
                payload,
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> fault() {
        return new LogVerifier(entries, Optional.of(leaves), 1, EVENTS, List.of(), checkpoint).fault();
    }

    private void renumber() {
        for (int i = 0; i < entries.size(); i++) {
            entries.set(i, LogEntry.moved(entries.get(i), i + 1));
        }
    }

    /** A position that has neighbours. */
    private int somewhere() {
        return 2 + random.nextInt(EVENTS - 3);
    }

    @Test
    void a_sound_log_has_no_fault() {
        assertThat(fault()).isEmpty();
    }

    @RepeatedTest(50)
    void a_flipped_bit_is_named() {
        int position = 1 + random.nextInt(EVENTS);
        byte[] entry = entries.get(position - 1).clone();
        // Not in the suite and the position, which have cases of their own.
        int at = 9 + random.nextInt(entry.length - 9);
        entry[at] ^= (byte) (1 << random.nextInt(8));
        entries.set(position - 1, entry);
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault)
                .matches("event " + position + " (\\(.*\\) )?was changed: .*"));
    }

    @Test
    void what_a_forger_wrote_does_not_break_the_sentence_that_names_it() {
        byte[] entry = entries.get(4).clone();
        int at = new String(entry, StandardCharsets.ISO_8859_1).indexOf("2026-11-30");
        byte[] written = "\r\u001b[2K\u2028".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(written, 0, entry, at, written.length);
        entries.set(4, entry);
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("event 5 (PetitionSubmitted of PET-")
                .contains(", recorded \uFFFD\uFFFD[2K\uFFFD30T00:00:00.000000000Z) was changed: "));
    }

    @RepeatedTest(20)
    void a_removed_event_is_named_also_where_the_others_moved_up() {
        int position = somewhere();
        entries.remove(position - 1);
        assertThat(fault())
                .hasValue("event " + position + " was removed: " + (position + 1) + " follows " + (position - 1));
        renumber();
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("event " + position + " was removed, and what followed it moved up"));
    }

    @RepeatedTest(20)
    void a_removed_end_is_named() {
        int position = somewhere();
        entries.subList(position - 1, EVENTS).clear();
        assertThat(fault()).hasValue("event " + position + " and what followed it, up to " + EVENTS + ", were removed");
    }

    @RepeatedTest(20)
    void an_inserted_event_is_named() {
        int position = somewhere();
        entries.add(position - 1, entry(position).bytes());
        renumber();
        assertThat(fault())
                .hasValueSatisfying(fault ->
                        assertThat(fault).startsWith("event " + position + " (").contains(" was inserted: "));
    }

    @RepeatedTest(20)
    void events_that_changed_places_are_named() {
        int first = somewhere();
        int second = somewhere();
        if (first == second) {
            second = first + 1;
        }
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        Collections.swap(entries, low - 1, high - 1);
        assertThat(fault()).hasValue("event " + low + " was removed: " + high + " follows " + (low - 1));
        renumber();
        String expected = high == low + 1
                ? "events " + low + " and " + high + " changed places"
                : "was moved: it was signed as event " + high;
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault).contains(expected));
    }

    @Test
    void an_event_of_which_next_to_nothing_is_left_is_named() {
        entries.set(499, new byte[3]);
        assertThat(fault()).hasValue("event 500 was changed: it has fewer bytes than an event has");
        entries.set(498, entry(499).bytes());
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault).startsWith("event 499 ("));
    }

    @Test
    void an_event_added_behind_the_last_one_is_told() {
        entries.add(entry(EVENTS + 1).bytes());
        assertThat(fault()).hasValue("there are events after the last one, " + EVENTS);
    }

    @RepeatedTest(20)
    void an_altered_leaf_hash_is_told_from_an_altered_event() {
        int position = 1 + random.nextInt(EVENTS);
        byte[] leaf = leaves.get(position - 1).clone();
        leaf[random.nextInt(leaf.length)] ^= 1;
        leaves.set(position - 1, leaf);
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("the leaf hash kept for event " + position + " was altered"));
    }

    @Test
    void events_and_leaf_hashes_altered_alike_are_found_and_can_not_be_told_apart() {
        LogEntry other = entry(77);
        entries.set(76, other.bytes());
        leaves.set(76, other.leafHash());
        assertThat(fault()).hasValueSatisfying(fault -> assertThat(fault).contains("neither are their leaf hashes"));
    }

    @Test
    void without_leaf_hashes_a_fault_is_found_and_not_located() {
        entries.set(76, entry(77).bytes());
        assertThat(new LogVerifier(entries, Optional.empty(), 1, EVENTS, List.of(), checkpoint).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("it can't be said which"));
    }

    @RepeatedTest(50)
    void any_range_is_verified_with_the_hashes_beside_it_and_faults_are_named_there_too() {
        int from = 1 + random.nextInt(EVENTS);
        int to = from + random.nextInt(EVENTS - from + 1);
        List<byte[]> beside = tree.beside(from - 1, to, EVENTS);
        List<byte[]> some = new ArrayList<>(entries.subList(from - 1, to));
        List<byte[]> theirLeaves = leaves.subList(from - 1, to);
        LogVerifier sound = new LogVerifier(some, Optional.of(theirLeaves), from, to, beside, checkpoint);
        assertThat(sound.fault()).isEmpty();
        int position = from + random.nextInt(to - from + 1);
        some.set(position - from, entry(position).bytes());
        assertThat(sound.fault())
                .hasValueSatisfying(fault ->
                        assertThat(fault).startsWith("event " + position + " (").contains(" was changed"));
        if (!beside.isEmpty()) {
            List<byte[]> fewer = beside.subList(1, beside.size());
            assertThat(new LogVerifier(some, Optional.of(theirLeaves), from, to, fewer, checkpoint).fault())
                    .isPresent();
        }
    }
}
