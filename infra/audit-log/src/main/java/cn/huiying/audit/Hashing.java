package cn.huiying.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How the tree is hashed: SHA-256 with the prefixes of RFC 9162, 2.1.1. For one thread. */
final class Hashing {

    /** Bytes of a hash. */
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    Hashing() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] empty() {
        return sha256.digest();
    }

    byte[] leaf(byte[] entry) {
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}
