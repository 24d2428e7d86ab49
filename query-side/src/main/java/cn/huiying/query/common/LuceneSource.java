package cn.huiying.query.common;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Documents that can be asked: those that there are, or those that there were at a position.
 *
 * @param <T> the document
 */
public interface LuceneSource<T> {

    /** Asks one state of the index, whatever is written meanwhile. */
    <R> R read(LuceneDocuments.Reading<R> reading);

    /** Every one of them, and nothing that lies beside them; to be part of each question. */
    Query all();

    /** A document that was found. */
    T document(IndexSearcher searcher, int doc) throws IOException;
}
