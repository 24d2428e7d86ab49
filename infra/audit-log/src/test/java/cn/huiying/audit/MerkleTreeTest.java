package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the recursive definitions of RFC 9162, 2.1, written down once more. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(20261130);
    private final List<byte[]> leaves = new ArrayList<>();
    private final Hashing hashing = new Hashing();

    private MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree(new TileFiles(folder, 0));
        for (int i = 0; i < size; i++) {
            byte[] leaf = new byte[Hashing.LENGTH];
            random.nextBytes(leaf);
            leaves.add(leaf);
            tree.add(leaf);
        }
        return tree;
    }

    private byte[] root(List<byte[]> d) {
        if (d.isEmpty()) {
            return hashing.empty();
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = Integer.highestOneBit(d.size() - 1);
        return hashing.node(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    private List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(d.size() - 1);
        List<byte[]> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size()));
        path.add(m < k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return path;
    }

    private List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        if (m == d.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(d)));
        }
        int k = Integer.highestOneBit(d.size() - 1);
        List<byte[]> proof =
                m <= k ? subproof(m, d.subList(0, k), whole) : subproof(m - k, d.subList(k, d.size()), false);
        proof.add(m <= k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return proof;
    }

    /** The vectors that implementations of certificate transparency share. */
    @Test
    void the_roots_are_those_that_others_compute() {
        MerkleTree tree = new MerkleTree(new TileFiles(folder, 0));
        String[] entries = {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
        };
        String[] roots = {
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        assertThat(HEX.formatHex(tree.root(0))).isEqualTo(roots[0]);
        for (int i = 0; i < entries.length; i++) {
            tree.add(hashing.leaf(HEX.parseHex(entries[i])));
            assertThat(HEX.formatHex(tree.root(i + 1))).isEqualTo(roots[i + 1]);
        }
    }

    @Test
    void every_root_and_proof_of_small_trees_is_the_defined_one_and_holds() {
        MerkleTree tree = tree(70);
        for (int n = 0; n <= 70; n++) {
            assertThat(tree.root(n)).isEqualTo(root(leaves.subList(0, n)));
            for (int m = 0; m < n; m++) {
                checkInclusion(tree, m, n);
                checkConsistency(tree, m + 1, n);
            }
        }
    }

    @Test
    void and_of_trees_of_many_tiles() {
        MerkleTree tree = tree(150_000);
        for (int i = 0; i < 40; i++) {
            int n = 1 + random.nextInt(150_000);
            assertThat(tree.root(n)).isEqualTo(root(leaves.subList(0, n)));
            checkInclusion(tree, random.nextInt(n), n);
            checkConsistency(tree, 1 + random.nextInt(n), n);
        }
        for (int n : new int[] {255, 256, 257, 65_535, 65_536, 65_537, 131_072}) {
            assertThat(tree.root(n)).isEqualTo(root(leaves.subList(0, n)));
            checkInclusion(tree, n - 1, n);
            checkConsistency(tree, 256 > n ? n : 256, n);
        }
    }

    private void checkInclusion(MerkleTree tree, int m, int n) {
        List<byte[]> path = tree.inclusion(m, n);
        assertThat(path).usingRecursiveComparison().isEqualTo(path(m, leaves.subList(0, n)));
        byte[] root = tree.root(n);
        assertThat(Proofs.included(m, n, leaves.get(m), path, root)).isTrue();
        assertThat(Proofs.included(m, n, flipped(leaves.get(m)), path, root)).isFalse();
        assertThat(Proofs.included(m, n, leaves.get(m), path, flipped(root))).isFalse();
        if (!path.isEmpty()) {
            int which = random.nextInt(path.size());
            List<byte[]> other = new ArrayList<>(path);
            other.set(which, flipped(path.get(which)));
            assertThat(Proofs.included(m, n, leaves.get(m), other, root)).isFalse();
            assertThat(Proofs.included(m, n, leaves.get(m), path.subList(1, path.size()), root))
                    .isFalse();
        }
        assertThat(Proofs.included(n, n, leaves.get(m), path, root)).isFalse();
    }

    private void checkConsistency(MerkleTree tree, int m, int n) {
        List<byte[]> proof = tree.consistency(m, n);
        assertThat(proof).usingRecursiveComparison().isEqualTo(subproof(m, leaves.subList(0, n), true));
        byte[] first = tree.root(m);
        byte[] second = tree.root(n);
        assertThat(Proofs.consistent(m, n, first, second, proof)).isTrue();
        assertThat(Proofs.consistent(m, n, flipped(first), second, proof)).isFalse();
        assertThat(Proofs.consistent(m, n, first, flipped(second), proof)).isFalse();
        if (!proof.isEmpty()) {
            int which = random.nextInt(proof.size());
            List<byte[]> other = new ArrayList<>(proof);
            other.set(which, flipped(proof.get(which)));
            assertThat(Proofs.consistent(m, n, first, second, other)).isFalse();
        }
    }

    private byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    @Test
    void what_was_forced_is_there_again_and_what_was_not_is_dropped_and_can_be_added_again() {
        MerkleTree before = tree(1_000);
        byte[] at700 = before.root(700);
        byte[] at1000 = before.root(1_000);
        try (TileFiles files = new TileFiles(folder, 0)) {
            MerkleTree first = new MerkleTree(files);
            leaves.forEach(first::add);
            files.force();
        }
        try (TileFiles files = new TileFiles(folder, 700)) {
            MerkleTree again = new MerkleTree(files);
            assertThat(again.size()).isEqualTo(700);
            assertThat(again.root(700)).isEqualTo(at700);
            assertThatThrownBy(() -> again.root(701)).isInstanceOf(IndexOutOfBoundsException.class);
            leaves.subList(700, 1_000).forEach(again::add);
            assertThat(again.root(1_000)).isEqualTo(at1000);
        }
    }
}
