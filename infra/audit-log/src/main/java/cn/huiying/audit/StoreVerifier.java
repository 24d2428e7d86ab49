package cn.huiying.audit;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a whole log is the one that was signed, by the checkpoints and the tree that an {@link AuditTree} left in a folder. It writes
 * nothing.
 *
 * @param entries   {@link LogEntry#bytes()} of every event there is, from the first one
 * @param folder    of the tree and its checkpoints
 * @param witnessed checkpoints that others have kept; none where there are none
 */
public record StoreVerifier(Iterable<byte[]> entries, Path folder, NoteKey key, List<String> witnessed) {

    /**
     * What was found.
     *
     * @param signed      how many events the newest sound checkpoint covers
     * @param unsigned    how many events follow it: nothing is known of them
     * @param checkpoints how many there are
     * @param faults      each in one sentence; none where all is as it was signed
     */
    public record Findings(long signed, long unsigned, int checkpoints, List<String> faults) {}

    private static final String SOUND_EVENTS =
            ", the events are those that were signed: remove the tree, and it is made again";

    /** @throws UncheckedIOException where something can't be read */
    public Findings verify() {
        CheckpointFile.Content content = CheckpointFile.read(folder.resolve(AuditTree.CHECKPOINTS));
        List<String> notes = content.notes();
        List<String> faults = new ArrayList<>();
        List<Checkpoint> sound = sound(notes, "checkpoint", faults);
        if (content.torn() > 0) {
            faults.add("the last " + content.torn()
                    + " bytes of the checkpoints are no whole one: one was altered, or a crash" + " cut it off");
        }
        sound.addAll(sound(
                witnessed.stream()
                        .sorted(Comparator.comparingLong(StoreVerifier::claimed))
                        .toList(),
                "the witness's checkpoint",
                faults));
        sound.sort(Comparator.comparingLong(Checkpoint::size));
        if (sound.isEmpty()) {
            faults.add("there is no checkpoint signed with this key in " + folder + ": nothing is proven");
            return new Findings(0, count(), notes.size(), faults);
        }
        Checkpoint newest = sound.getLast();
        try (HashFile leaves = level(0)) {
            int before = faults.size();
            long events = compare(sound, leaves, faults);
            if (faults.size() == before && !leaves.isEmpty()) {
                compareUpperLevels(newest.size(), faults);
            }
            return new Findings(newest.size(), Math.max(0, events - newest.size()), notes.size(), faults);
        }
    }

    private HashFile level(int level) {
        return new HashFile(folder.resolve(AuditTree.TREE).resolve(TileFiles.NAME + level));
    }

    /** What size a note says, whether it is true or not. */
    private static long claimed(String note) {
        String[] lines = note.split("\n", 3);
        return lines.length > 1 && lines[1].matches("\\d{1,18}") ? Long.parseLong(lines[1]) : 0;
    }

    private List<Checkpoint> sound(List<String> notes, String what, List<String> faults) {
        List<Checkpoint> sound = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            try {
                Checkpoint checkpoint = Checkpoint.open(notes.get(i), key);
                if (!sound.isEmpty() && sound.getLast().size() > checkpoint.size()) {
                    faults.add(what + " " + (i + 1) + " of " + notes.size() + " covers fewer events than the one before"
                            + " it: checkpoints were moved or removed");
                    continue;
                }
                sound.add(checkpoint);
            } catch (InvalidProof e) {
                faults.add(what + " " + (i + 1) + " of " + notes.size() + " was altered: " + e.getMessage());
            }
        }
        return sound;
    }

    private long count() {
        long count = 0;
        for (byte[] ignored : entries) {
            count++;
        }
        return count;
    }

    /** One pass over the events against every checkpoint and the leaf hashes of the tree. */
    private long compare(List<Checkpoint> checkpoints, HashFile leaves, List<String> faults) {
        Frontier frontier = new Frontier();
        Hashing hashing = new Hashing();
        Iterator<Checkpoint> next = checkpoints.iterator();
        Checkpoint awaited = next.next();
        Checkpoint fitting = null;
        Iterator<byte[]> kept = leaves.iterator();
        long altered = 0;
        long events = 0;
        long signed = checkpoints.getLast().size();
        for (Iterator<byte[]> all = entries.iterator(); ; events++) {
            while (awaited != null && awaited.size() == events) {
                if (!Arrays.equals(frontier.root(), awaited.root())) {
                    faults.add(located(fitting, awaited, leaves));
                    return events + rest(all);
                }
                fitting = awaited;
                awaited = next.hasNext() ? next.next() : null;
            }
            if (!all.hasNext()) {
                break;
            }
            byte[] leaf = hashing.leaf(all.next());
            frontier.add(leaf);
            boolean covered = events < signed;
            if (kept.hasNext() && altered == 0) {
                byte[] hash = kept.next();
                boolean same = covered ? Arrays.equals(hash, leaf) : HashFile.agree(hash, leaf);
                altered = same ? 0 : events + 1;
            }
        }
        if (awaited != null) {
            faults.add(located(fitting, awaited, leaves));
        } else if (altered > signed) {
            faults.add("event " + altered
                    + " is not the one that the tree has kept a hash of, though no checkpoint covers it yet:"
                    + " the event was changed, or the tree");
        } else if (altered != 0) {
            faults.add("the tree was altered at event " + altered + SOUND_EVENTS);
        } else if (!leaves.isEmpty() && leaves.size() < signed) {
            faults.add("the tree was cut off after event " + leaves.size() + SOUND_EVENTS);
        }
        return events;
    }

    /** The hashes of whole subtrees, as far as checkpoints cover them; those of the events are sound. */
    private void compareUpperLevels(long signed, List<String> faults) {
        Hashing hashing = new Hashing();
        long whole = signed >> MerkleTree.TILE_HEIGHT;
        for (int level = 1; level < TileFiles.LEVELS && whole > 0; level++, whole >>= MerkleTree.TILE_HEIGHT) {
            try (HashFile lower = level(level - 1);
                    HashFile upper = level(level)) {
                Iterator<byte[]> below = lower.iterator();
                Iterator<byte[]> kept = upper.iterator();
                for (long i = 0; i < whole; i++) {
                    byte[][] tile = new byte[MerkleTree.TILE_WIDTH][];
                    for (int j = 0; j < tile.length; j++) {
                        tile[j] = below.next();
                    }
                    if (!kept.hasNext() || !Arrays.equals(kept.next(), MerkleTree.whole(hashing, tile))) {
                        faults.add("the tree was altered in " + TileFiles.NAME + level + " at hash " + (i + 1)
                                + SOUND_EVENTS);
                        return;
                    }
                }
            }
        }
    }

    private static long rest(Iterator<byte[]> all) {
        long rest = 0;
        for (; all.hasNext(); all.next()) {
            rest++;
        }
        return rest;
    }

    private String located(Checkpoint fitting, Checkpoint broken, HashFile leaves) {
        Iterable<byte[]> signed = () -> new Limited(entries.iterator(), broken.size());
        Iterable<byte[]> kept = () -> new Limited(leaves.iterator(), broken.size());
        return new LogVerifier(
                                signed,
                                leaves.isEmpty() ? Optional.empty() : Optional.of(kept),
                                1,
                                broken.size(),
                                List.of(),
                                broken)
                        .fault()
                        .orElse("the events up to " + broken.size() + " could not be read twice alike")
                + (fitting == null
                        ? ""
                        : " (the first " + fitting.size() + " events are those that were signed at checkpoint "
                                + fitting.size() + ")");
    }

    private static final class Limited implements Iterator<byte[]> {

        private final Iterator<byte[]> all;
        private long left;

        Limited(Iterator<byte[]> all, long most) {
            this.all = all;
            left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && all.hasNext();
        }

        @Override
        public byte[] next() {
            left--;
            return all.next();
        }
    }
}
