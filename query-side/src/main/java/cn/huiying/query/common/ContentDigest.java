package cn.huiying.query.common;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a read model holds, as one number: the SHA-256 of each document, its properties in order, added up modulo 2^256. So it does
 * not depend on the order in which documents came. It finds faults, not forgers: who may choose documents can make sums meet.
 */
public final class ContentDigest {

    /** Named with each digest, so that another way to make them can follow. */
    public static final String ALGORITHM = "sum-sha256-v1";

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

    private final MessageDigest sha256;
    private BigInteger sum = BigInteger.ZERO;
    private long documents;

    public ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param kind parts documents of one kind from those of another
     * @param json the document, its own key in it
     */
    public void add(String kind, byte[] json) {
        sha256.update(kind.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        byte[] hash = sha256.digest(CANONICAL.writeValueAsBytes(CANONICAL.readTree(json)));
        sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
        documents++;
    }

    /** How many were added. */
    public long documents() {
        return documents;
    }

    /** The algorithm and the sum in hexadecimal. */
    @Override
    public String toString() {
        byte[] bytes = sum.toByteArray();
        byte[] whole = new byte[BYTES];
        int length = Math.min(BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - length, whole, BYTES - length, length);
        return ALGORITHM + ":" + HexFormat.of().formatHex(whole);
    }
}
