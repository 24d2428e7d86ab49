package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Pages of a list of documents, in a unique order: by one field or by relevance, then by the field {@code order}. */
public final class LucenePages {

    /** One document of a page, and its place in the order. */
    public record Found<T>(T document, Ranked place) {}

    private LucenePages() {}

    /**
     * @param field     with numbers; of the publication where it is by relevance
     * @param relevance whether it is by where and how often words stand
     */
    public static Sort sort(String field, boolean relevance, boolean descending) {
        SortField first = relevance
                ? new LuceneRelevance(field).getSortField(descending)
                : new SortField(field, SortField.Type.LONG, descending);
        return new Sort(first, new SortField("order", SortField.Type.LONG, descending));
    }

    /** @param from where the page begins, exclusive; null for the start */
    public static <T> List<Found<T>> page(
            LuceneSource<T> documents,
            Query query,
            String field,
            boolean relevance,
            Ranked from,
            boolean backwards,
            int limit) {
        return documents.read(common -> {
            IndexSearcher searcher = new IndexSearcher(common.getIndexReader());
            searcher.setSimilarity(LuceneRelevance.OCCURRENCES);
            // The order is unique: only the item itself ties, and with the last document's number it is passed over.
            FieldDoc after = from == null
                    ? null
                    : new FieldDoc(Math.max(0, searcher.getIndexReader().maxDoc() - 1), Float.NaN, new Object[] {
                        relevance ? (Object) from.value() : (Object) (long) from.value(), from.order()
                    });
            List<Found<T>> found = new ArrayList<>();
            for (ScoreDoc one :
                    searcher.searchAfter(after, query, limit, sort(field, relevance, !backwards)).scoreDocs) {
                FieldDoc doc = (FieldDoc) one;
                found.add(new Found<>(
                        documents.document(searcher, doc.doc),
                        new Ranked(((Number) doc.fields[0]).doubleValue(), (Long) doc.fields[1])));
            }
            if (backwards) {
                Collections.reverse(found);
            }
            return found;
        });
    }
}
