package cn.huiying.audit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Whether proofs hold: the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class Proofs {

    private Proofs() {}

    /**
     * Whether a leaf is in a tree.
     *
     * @param index of the leaf, from 0
     * @param path  from the leaf's sibling upwards
     */
    public static boolean included(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Hashing hashing = new Hashing();
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hashing.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hashing.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /**
     * The root of a tree of which a range of leaves is given, and the hashes beside it.
     *
     * @param from   index of the first leaf of the range
     * @param to     index after the last one
     * @param leaves of the range, in order; no more are taken
     * @param beside as {@link MerkleTree#beside} gives them
     * @throws InvalidProof where there are too few of the one or the other
     */
    public static byte[] root(long from, long to, long size, Iterator<byte[]> leaves, Iterator<byte[]> beside) {
        if (size == 0) {
            return new Hashing().empty();
        }
        return root(new Hashing(), from, to, 0, size, leaves, beside);
    }

    private static byte[] root(
            Hashing hashing,
            long from,
            long to,
            long start,
            long count,
            Iterator<byte[]> leaves,
            Iterator<byte[]> beside) {
        boolean outside = start >= to || start + count <= from;
        if (outside || count == 1) {
            Iterator<byte[]> given = outside ? beside : leaves;
            if (!given.hasNext()) {
                throw new InvalidProof(outside ? "hashes beside the range are missing" : "leaves are missing");
            }
            return given.next();
        }
        long left = Long.highestOneBit(count - 1);
        byte[] first = root(hashing, from, to, start, left, leaves, beside);
        return hashing.node(first, root(hashing, from, to, start + left, count - left, leaves, beside));
    }

    /** Whether the first tree is the beginning of the second. */
    public static boolean consistent(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> path) {
        if (first <= 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        Hashing hashing = new Hashing();
        boolean whole = Long.bitCount(first) == 1;
        byte[] fr = whole ? firstRoot : path.getFirst();
        byte[] sr = fr;
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        for (byte[] c : whole ? path : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hashing.node(c, fr);
                sr = hashing.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = hashing.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }
}
