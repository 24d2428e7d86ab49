package cn.huiying.audit;

import java.util.Arrays;
import java.util.Base64;

/**
 * The head of the tree as the body of a signed note: C2SP tlog-checkpoint.
 *
 * @param origin names the log, without a line break
 * @param size   how many events it had
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** Bytes of a root, and of every other hash. */
    public static final int HASH_LENGTH = Hashing.LENGTH;

    private static final int LINES = 3;

    /**
     * The checkpoint in a note.
     *
     * @throws InvalidProof where the key did not sign it, it is no checkpoint, or it is that of another log with the same key
     */
    public static Checkpoint open(String note, NoteKey key) {
        Checkpoint checkpoint = parse(SignedNote.open(note, key));
        if (!checkpoint.origin().equals(key.name())) {
            throw new InvalidProof(
                    "the checkpoint is that of the log " + checkpoint.origin() + ", not of " + key.name());
        }
        return checkpoint;
    }

    /** @throws InvalidProof where the text is no checkpoint */
    public static Checkpoint parse(String body) {
        String[] lines = body.split("\n", -1);
        if (lines.length < LINES + 1 || lines[0].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new InvalidProof("the checkpoint has not its three lines: origin, size, root hash");
        }
        if (!lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new InvalidProof("the checkpoint's size is not a number");
        }
        byte[] root;
        try {
            root = Base64.getDecoder().decode(lines[2]);
        } catch (IllegalArgumentException e) {
            throw new InvalidProof("the checkpoint's root hash is not Base64");
        }
        if (root.length != Hashing.LENGTH) {
            throw new InvalidProof("the checkpoint's root hash has not 32 bytes");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /** With its last line break. */
    public String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size) + 31 * Arrays.hashCode(root);
    }
}
