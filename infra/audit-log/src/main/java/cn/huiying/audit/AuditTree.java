package cn.huiying.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The Merkle tree over a log, on disk, with its signed checkpoints. Events are added in the order of the log, by one thread that also
 * signs; proofs are read by any number of threads.
 *
 * <p>A leaf is on disk for certain once a checkpoint covers it; whatever lies beyond the newest checkpoint is added again after a
 * start. Files that do not fit the newest checkpoint are set aside and made again from the log, which then has to fit it.
 */
public final class AuditTree implements AutoCloseable {

    /** The log does not fit a checkpoint that was signed over it, or a hash that was kept of it: it was altered. */
    public static final class LogAltered extends RuntimeException {

        private LogAltered(String message) {
            super(message);
        }

        private static LogAltered atUnsigned(long position) {
            return new LogAltered(
                    "Event " + position + " of the log is not the one that the tree has kept a hash of, though no"
                            + " checkpoint covers it yet: the log or the tree was altered. Verify the log; where it is the tree,"
                            + " remove that, and it is made again.");
        }

        LogAltered(long size) {
            super("The first " + size + " events of the log are not those that were signed at checkpoint " + size
                    + ": the log was altered. Verify it to learn where, and restore a backup.");
        }
    }

    /** A checkpoint as it was signed. */
    public record Signed(Checkpoint checkpoint, String note) {}

    static final String TREE = "tree";
    static final String LEAVES = TileFiles.NAME + 0;
    static final String CHECKPOINTS = "checkpoints";

    private final NoteKey key;
    private final PrivateKey privateKey;
    private final CheckpointFile checkpoints;
    private final TileFiles tiles;
    private final MerkleTree tree;

    /** What the log has to fit when it has come so far: the newest checkpoint of earlier starts. */
    private final Checkpoint fitting;

    /** Of events behind that checkpoint, as they were added before this start: all zero where a crash came before the hash. */
    private final Deque<byte[]> unsigned = new ArrayDeque<>();

    /** Null before the first. */
    private volatile Signed newest;

    /**
     * Opens the tree in a folder, or makes it.
     *
     * @param key the public key of the private one; its name is the origin of the checkpoints
     * @throws InvalidProof where the newest checkpoint there is not signed with this key
     */
    public AuditTree(Path folder, NoteKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
        try {
            Files.createDirectories(folder);
            checkpoints = new CheckpointFile(folder.resolve(CHECKPOINTS));
            newest = checkpoints
                    .last()
                    .map(note -> new Signed(Checkpoint.open(note, key), note))
                    .orElse(null);
            fitting = newest == null ? new Checkpoint(key.name(), 0, new Hashing().empty()) : newest.checkpoint();
            try (HashFile kept = new HashFile(folder.resolve(TREE).resolve(LEAVES))) {
                kept.from(fitting.size()).forEachRemaining(unsigned::add);
            }
            TileFiles opened = new TileFiles(folder.resolve(TREE), fitting.size());
            if (!fits(opened)) {
                opened.close();
                setAside(folder);
                opened = new TileFiles(folder.resolve(TREE), 0);
            }
            tiles = opened;
            tree = new MerkleTree(tiles);
        } catch (IOException e) {
            throw new UncheckedIOException("the tree in " + folder + " can't be opened", e);
        }
    }

    private boolean fits(TileFiles opened) {
        MerkleTree stored = new MerkleTree(opened);
        return stored.size() == fitting.size() && Arrays.equals(stored.root(fitting.size()), fitting.root());
    }

    private static void setAside(Path folder) throws IOException {
        Path aside = folder.resolve(TREE + "-damaged");
        if (Files.exists(aside)) {
            try (var files = Files.list(aside)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.move(folder.resolve(TREE), aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** How many events are in it. */
    public long size() {
        return tree.size();
    }

    /**
     * The log has to have what the newest checkpoint covers: a shorter one lost events, and one that grew again has others in their
     * places.
     *
     * @param last the event at the size of the newest checkpoint; null where the log ends before it
     * @throws LogAltered where it is not the one that was signed
     */
    public void requireLast(LogEntry last) {
        long size = fitting.size();
        boolean known = tree.size() >= size;
        if (size > 0 && (last == null || known && !Arrays.equals(last.leafHash(), leafHash(size)))) {
            throw new LogAltered(size);
        }
    }

    /**
     * Adds the next event.
     *
     * @throws LogAltered where the log so far is not the one that was signed
     */
    public void add(LogEntry entry) {
        if (entry.position() != tree.size() + 1) {
            throw new LogAltered(Math.max(fitting.size(), tree.size()));
        }
        byte[] leaf = entry.leafHash();
        byte[] kept = entry.position() > fitting.size() ? unsigned.poll() : null;
        if (kept != null && !HashFile.agree(kept, leaf)) {
            throw LogAltered.atUnsigned(entry.position());
        }
        tree.add(leaf);
        if (tree.size() == fitting.size() && !Arrays.equals(tree.root(fitting.size()), fitting.root())) {
            throw new LogAltered(fitting.size());
        }
    }

    /**
     * Signs the head of the tree, unless it is signed already. Leaves and checkpoint are on disk before this returns.
     *
     * @return the newest checkpoint
     */
    public Signed sign() {
        Checkpoint head = new Checkpoint(key.name(), tree.size(), tree.root(tree.size()));
        if (newest == null || newest.checkpoint().size() < head.size()) {
            tiles.force();
            String note = SignedNote.sign(head.body(), key, privateKey);
            checkpoints.add(note);
            newest = new Signed(head, note);
        }
        return newest;
    }

    /** The newest checkpoint; empty before the first one. */
    public Optional<Signed> newest() {
        return Optional.ofNullable(newest);
    }

    public NoteKey key() {
        return key;
    }

    /** @param position from 1 to {@link #size()} */
    public byte[] leafHash(long position) {
        return tree.leafHash(position - 1);
    }

    /** @param size of the tree, from 0 to {@link #size()} */
    public byte[] root(long size) {
        return tree.root(size);
    }

    /**
     * The path from an event to the root (RFC 9162, 2.1.3).
     *
     * @param position from 1 to size
     * @param size     of the tree, at most {@link #size()}
     */
    public List<byte[]> inclusion(long position, long size) {
        return tree.inclusion(position - 1, size);
    }

    /**
     * What proves that one tree is the beginning of another (RFC 9162, 2.1.4).
     *
     * @param first  above 0, at most second
     * @param second at most {@link #size()}
     */
    public List<byte[]> consistency(long first, long second) {
        return tree.consistency(first, second);
    }

    /**
     * The hashes that lead from a range of events to the root; {@link Proofs#root} computes it.
     *
     * @param from position of the first
     * @param to   position of the last, at most size
     */
    public List<byte[]> beside(long from, long to, long size) {
        return tree.beside(from - 1, to, size);
    }

    @Override
    public void close() {
        tiles.close();
    }
}
