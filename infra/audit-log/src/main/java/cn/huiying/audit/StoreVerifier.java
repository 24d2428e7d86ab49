package cn.huiying.audit;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a whole log is the one that was signed, by the checkpoints and the tree that an {@link AuditTree} left in a folder. It writes
 * nothing.
 *
 * @param entries {@link LogEntry#bytes()} of every event there is, from the first one
 * @param folder  of the tree and its checkpoints
 */
public record StoreVerifier(Iterable<byte[]> entries, Path folder, NoteKey key) {

    /**
     * What was found.
     *
     * @param signed      how many events the newest sound checkpoint covers
     * @param unsigned    how many events follow it: nothing is known of them
     * @param checkpoints how many there are
     * @param faults      each in one sentence; none where all is as it was signed
     */
    public record Findings(long signed, long unsigned, int checkpoints, List<String> faults) {}

    /** @throws UncheckedIOException where something can't be read */
    public Findings verify() {
        List<String> notes = CheckpointFile.read(folder.resolve(AuditTree.CHECKPOINTS));
        List<String> faults = new ArrayList<>();
        List<Checkpoint> sound = sound(notes, faults);
        if (sound.isEmpty()) {
            faults.add("there is no checkpoint signed with this key in " + folder + ": nothing is proven");
            return new Findings(0, count(), notes.size(), faults);
        }
        Checkpoint newest = sound.getLast();
        try (HashFile leaves = new HashFile(folder.resolve(AuditTree.TREE).resolve("level-0"))) {
            long events = compare(sound, leaves, faults);
            return new Findings(newest.size(), Math.max(0, events - newest.size()), notes.size(), faults);
        }
    }

    private List<Checkpoint> sound(List<String> notes, List<String> faults) {
        List<Checkpoint> sound = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            try {
                Checkpoint checkpoint = Checkpoint.parse(SignedNote.open(notes.get(i), key));
                if (!sound.isEmpty() && sound.getLast().size() > checkpoint.size()) {
                    faults.add("checkpoint " + (i + 1) + " of " + notes.size()
                            + " covers fewer events than the one before" + " it: checkpoints were moved or removed");
                    continue;
                }
                sound.add(checkpoint);
            } catch (InvalidProof e) {
                faults.add("checkpoint " + (i + 1) + " of " + notes.size() + " was altered: " + e.getMessage());
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
            boolean same = !kept.hasNext() || Arrays.equals(kept.next(), leaf);
            if (!same && altered == 0 && events < signed) {
                altered = events + 1;
            }
        }
        if (awaited != null) {
            faults.add(located(fitting, awaited, leaves));
        } else if (altered != 0) {
            faults.add("the tree was altered at event " + altered
                    + ", the events are those that were signed: remove the tree, and it is made again");
        }
        return events;
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
