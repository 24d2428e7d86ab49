package cn.huiying.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root of a tree while its leaves go by, without the tree: of each whole subtree on its right edge one hash. */
final class Frontier {

    private record Subtree(long leaves, byte[] hash) {}

    private final Hashing hashing = new Hashing();

    /** The smallest first. */
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    void add(byte[] leafHash) {
        Subtree last = new Subtree(1, leafHash);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == last.leaves()) {
            Subtree left = subtrees.pop();
            last = new Subtree(2 * last.leaves(), hashing.node(left.hash(), last.hash()));
        }
        subtrees.push(last);
    }

    byte[] root() {
        Iterator<Subtree> rest = subtrees.iterator();
        if (!rest.hasNext()) {
            return hashing.empty();
        }
        byte[] root = rest.next().hash();
        while (rest.hasNext()) {
            root = hashing.node(rest.next().hash(), root);
        }
        return root;
    }
}
