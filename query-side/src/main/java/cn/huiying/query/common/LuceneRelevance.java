package cn.huiying.query.common;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Relevance: points for where and how often the words stand, halved with each year since the publication. Told as log₂(points)
 * + years since the epoch: the order is the same at any moment, and a document's value depends on nothing but itself and the
 * words, so that a cursor's place holds while time passes and others are published.
 */
public final class LuceneRelevance extends DoubleValuesSource {

    /** Of a word: how often it stands there, at most four times; whole numbers, whose sums no order of adding changes. */
    public static final Similarity OCCURRENCES = new Similarity() {
        @Override
        public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
            return new SimScorer() {
                @Override
                public float score(float occurrences, long norm) {
                    return boost * Math.min(occurrences, 4);
                }
            };
        }
    };

    private static final double YEAR = 365.25 * 24 * 3_600_000;

    private final String published;

    /** @param published the field with the moment of publication */
    public LuceneRelevance(String published) {
        this.published = published;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext segment, DoubleValues points) throws IOException {
        NumericDocValues moments = segment.reader().getNumericDocValues(published);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return Math.log(points.doubleValue()) / Math.log(2) + moments.longValue() / YEAR;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                return moments != null && moments.advanceExact(doc) && points.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public Explanation explain(LeafReaderContext segment, int doc, Explanation points) {
        return points;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }

    @Override
    public int hashCode() {
        return published.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LuceneRelevance that && that.published.equals(published);
    }

    @Override
    public String toString() {
        return "relevance";
    }
}
