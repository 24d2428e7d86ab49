package cn.huiying.query.common;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Passes over deleted documents, which a scorer's iterator still finds. */
final class LiveDocs extends DocIdSetIterator {

    private final DocIdSetIterator matches;
    private final Bits live;

    /** @param live null where nothing was deleted */
    LiveDocs(DocIdSetIterator matches, Bits live) {
        this.matches = matches;
        this.live = live;
    }

    @Override
    public int docID() {
        return matches.docID();
    }

    @Override
    public int nextDoc() throws IOException {
        return skipDeleted(matches.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
        return skipDeleted(matches.advance(target));
    }

    private int skipDeleted(int doc) throws IOException {
        int current = doc;
        while (current != NO_MORE_DOCS && live != null && !live.get(current)) {
            current = matches.nextDoc();
        }
        return current;
    }

    @Override
    public long cost() {
        return matches.cost();
    }
}
