package cn.huiying.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, 2.1, over leaf hashes that only ever are added. The hashes of whole subtrees of 256, 256² … leaves are
 * kept too, so that a root or a proof touches a few hundred hashes, however big the tree is. Threads: one adds, others may read
 * any size that was there before.
 */
final class MerkleTree {

    /** The subtrees that are kept have 2^8, 2^16 … leaves, as the tiles of C2SP tlog-tiles. */
    static final int TILE_HEIGHT = 8;

    static final int TILE_WIDTH = 1 << TILE_HEIGHT;

    private final TileFiles levels;

    /** Upper levels that are not whole, as after a crash, are completed. */
    MerkleTree(TileFiles levels) {
        this.levels = levels;
        complete(size());
    }

    long size() {
        return levels.size(0);
    }

    void add(byte[] leafHash) {
        levels.add(0, leafHash);
        complete(size());
    }

    private void complete(long size) {
        long whole = size >> TILE_HEIGHT;
        for (int level = 1; whole > 0; level++, whole >>= TILE_HEIGHT) {
            while (levels.size(level) < whole) {
                long next = levels.size(level);
                levels.add(level, inTile(new Hashing(), level - 1, next * TILE_WIDTH, TILE_WIDTH));
            }
        }
    }

    byte[] leafHash(long index) {
        return levels.read(0, index, 1)[0];
    }

    /** @param size of the tree, at most {@link #size()} */
    byte[] root(long size) {
        return size == 0 ? new Hashing().empty() : subtree(new Hashing(), 0, size);
    }

    /**
     * The path from a leaf to the root (2.1.3.1).
     *
     * @param index below size
     * @param size  of the tree, at most {@link #size()}
     */
    List<byte[]> inclusion(long index, long size) {
        List<byte[]> path = new ArrayList<>();
        Hashing hashing = new Hashing();
        long start = 0;
        long count = size;
        long target = index;
        List<byte[]> down = new ArrayList<>();
        while (count > 1) {
            long left = Long.highestOneBit(count - 1);
            if (target < left) {
                down.add(subtree(hashing, start + left, count - left));
                count = left;
            } else {
                down.add(subtree(hashing, start, left));
                start += left;
                target -= left;
                count -= left;
            }
        }
        for (int i = down.size() - 1; i >= 0; i--) {
            path.add(down.get(i));
        }
        return path;
    }

    /**
     * What proves that the tree of the first size is the beginning of the other (2.1.4.1).
     *
     * @param first  above 0, at most second
     * @param second at most {@link #size()}
     */
    List<byte[]> consistency(long first, long second) {
        List<byte[]> down = new ArrayList<>();
        Hashing hashing = new Hashing();
        long start = 0;
        long count = second;
        long target = first;
        boolean known = true;
        while (target != count) {
            long left = Long.highestOneBit(count - 1);
            if (target <= left) {
                down.add(subtree(hashing, start + left, count - left));
                count = left;
            } else {
                down.add(subtree(hashing, start, left));
                start += left;
                target -= left;
                count -= left;
                known = false;
            }
        }
        if (!known) {
            down.add(subtree(hashing, start, count));
        }
        return down.reversed();
    }

    /**
     * The hashes beside a range of leaves that lead from them to the root, from left to right.
     *
     * @param from index of the first leaf of the range
     * @param to   index after the last one, at most size
     * @param size of the tree, at most {@link #size()}
     */
    List<byte[]> beside(long from, long to, long size) {
        List<byte[]> hashes = new ArrayList<>();
        beside(new Hashing(), from, to, 0, size, hashes);
        return hashes;
    }

    private void beside(Hashing hashing, long from, long to, long start, long count, List<byte[]> hashes) {
        if (start >= to || start + count <= from) {
            hashes.add(subtree(hashing, start, count));
        } else if (count > 1) {
            long left = Long.highestOneBit(count - 1);
            beside(hashing, from, to, start, left, hashes);
            beside(hashing, from, to, start + left, count - left, hashes);
        }
    }

    /** The hash over the leaves [start, start + count), where start is a multiple of the subtree's width. */
    private byte[] subtree(Hashing hashing, long start, long count) {
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            int level = height / TILE_HEIGHT;
            return inTile(hashing, level, start >> level * TILE_HEIGHT, 1 << height - level * TILE_HEIGHT);
        }
        long left = Long.highestOneBit(count);
        return hashing.node(subtree(hashing, start, left), subtree(hashing, start + left, count - left));
    }

    /** @param count a power of two, at most a tile's width */
    private byte[] inTile(Hashing hashing, int level, long index, int count) {
        return whole(hashing, levels.read(level, index, count));
    }

    /**
     * The hash over a whole subtree.
     *
     * @param hashes side by side, a power of two of them; they are written over
     */
    static byte[] whole(Hashing hashing, byte[][] hashes) {
        for (int width = hashes.length; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                hashes[i] = hashing.node(hashes[2 * i], hashes[2 * i + 1]);
            }
        }
        return hashes[0];
    }
}
