package cn.huiying.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether events are those that were signed, and where not, which is the first that is not: changed, removed, inserted or moved. It
 * needs the events as they are stored, their leaf hashes as they were kept beside them, and a checkpoint; it reads both in order,
 * several times where something is wrong.
 *
 * @param entries    {@link LogEntry#bytes()} of each, from the first to the last
 * @param leafHashes of the same events; empty where there are none: then a fault is found and not located
 * @param from       position of the first
 * @param to         position of the last
 * @param beside     as {@link AuditTree#beside} gives them
 */
public record LogVerifier(
        Iterable<byte[]> entries,
        Optional<Iterable<byte[]>> leafHashes,
        long from,
        long to,
        List<byte[]> beside,
        Checkpoint checkpoint) {

    /** Control and format characters, and ends of lines and paragraphs. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** The first fault in one sentence; empty where every event is the one that was signed. */
    public Optional<String> fault() {
        Comparing comparing = new Comparing();
        if (Arrays.equals(root(comparing), checkpoint.root())) {
            if (comparing.given.hasNext()) {
                return Optional.of("there are events after the last one, " + to);
            }
            return comparing.different == 0
                    ? Optional.empty()
                    : Optional.of("the leaf hash kept for event " + comparing.different
                            + " was altered; the events themselves are those that were signed");
        }
        if (leafHashes.isEmpty() || !Arrays.equals(root(leafHashes.get().iterator()), checkpoint.root())) {
            return Optional.of("the events " + from + " to " + to + " are not those that were signed at checkpoint "
                    + checkpoint.size()
                    + (leafHashes.isEmpty()
                            ? "; without their leaf hashes it can't be said which"
                            : ", and neither are their leaf hashes or the hashes beside them, which could say which"));
        }
        return Optional.of(located(comparing.different == 0 ? to : comparing.different));
    }

    private byte[] root(Iterator<byte[]> leaves) {
        try {
            return Proofs.root(from - 1, to, checkpoint.size(), leaves, beside.iterator());
        } catch (InvalidProof tooFew) {
            return new byte[0];
        }
    }

    /** The leaf hashes of the events, and which is the first that is not the one that was kept. */
    private final class Comparing implements Iterator<byte[]> {

        private final Iterator<byte[]> given = entries.iterator();
        private final Iterator<byte[]> kept = leafHashes.map(Iterable::iterator).orElse(Collections.emptyIterator());
        private final Hashing hashing = new Hashing();
        private long position = from;

        /** 0 while there is none. */
        private long different;

        @Override
        public boolean hasNext() {
            if (!given.hasNext() && different == 0) {
                different = position;
            }
            return given.hasNext();
        }

        @Override
        public byte[] next() {
            byte[] hash = hashing.leaf(given.next());
            if (kept.hasNext() && !Arrays.equals(kept.next(), hash) && different == 0) {
                different = position;
            }
            position++;
            return hash;
        }
    }

    /** What happened at a position whose leaf hash is known for certain. */
    private String located(long position) {
        byte[] here = entry(position);
        byte[] next = entry(position + 1);
        Hashing hashing = new Hashing();
        if (here == null) {
            return "event " + position + " and what followed it, up to " + to + ", were removed";
        }
        if (here.length < LogEntry.LEAST) {
            return "event " + position + " was changed: it has fewer bytes than an event has";
        }
        if (LogEntry.position(here) != position) {
            return LogEntry.position(here) > position
                    ? "event " + position + " was removed: " + LogEntry.position(here) + " follows " + (position - 1)
                    : "event " + LogEntry.position(here) + " stands out of order, where event " + position
                            + " has to stand";
        }
        long origin = origin(here, hashing);
        boolean nextBelongsHere = next != null && next.length >= LogEntry.LEAST && isLeaf(position, next, hashing);
        if (origin != 0 && origin != position + 1) {
            return describe(position, here) + " was moved: it was signed as event " + origin;
        }
        if (origin == position + 1) {
            return nextBelongsHere
                    ? "events " + position + " and " + (position + 1) + " changed places"
                    : "event " + position + " was removed, and what followed it moved up: " + describe(position, here)
                            + " was signed as event " + origin;
        }
        return nextBelongsHere
                ? describe(position, here) + " was inserted: event " + (position + 1) + " was signed as event "
                        + position
                : describe(position, here) + " was changed: its leaf hash is "
                        + HexFormat.of().formatHex(hashing.leaf(here)) + ", signed was "
                        + HexFormat.of().formatHex(leafHash(position));
    }

    private static String describe(long position, byte[] bytes) {
        try {
            LogEntry entry = LogEntry.parse(bytes);
            String named = "event " + position + " (" + entry.type() + " of " + entry.stream() + ", recorded "
                    + entry.recordedAt() + ")";
            // What a forger wrote must neither break the sentence nor hide it on a terminal.
            return NOT_SHOWN.matcher(named).replaceAll("\uFFFD");
        } catch (InvalidProof notAnEntry) {
            return "event " + position;
        }
    }

    private boolean isLeaf(long position, byte[] entry, Hashing hashing) {
        return position <= to && Arrays.equals(hashing.leaf(LogEntry.moved(entry, position)), leafHash(position));
    }

    /** As which other event this one was signed; 0 where as none. */
    private long origin(byte[] entry, Hashing hashing) {
        long position = from;
        for (byte[] signed : leafHashes.orElseThrow()) {
            if (position != LogEntry.position(entry)
                    && Arrays.equals(hashing.leaf(LogEntry.moved(entry, position)), signed)) {
                return position;
            }
            position++;
        }
        return 0;
    }

    /** The event that stands there now; null where the log ends before. */
    private byte[] entry(long position) {
        return nth(entries, position);
    }

    private byte[] leafHash(long position) {
        byte[] hash = nth(leafHashes.orElseThrow(), position);
        if (hash == null) {
            throw new NoSuchElementException();
        }
        return hash;
    }

    private byte[] nth(Iterable<byte[]> all, long position) {
        long at = from;
        for (byte[] one : all) {
            if (at++ == position) {
                return one;
            }
        }
        return null;
    }
}
