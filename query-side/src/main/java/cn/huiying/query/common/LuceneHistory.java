package cn.huiying.query.common;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Every version of a read model's documents, each with the positions from which and until which it held, in an index of this node's
 * own beside that of the present. Safe for many readers and one writer.
 *
 * @param <T> the document
 */
public final class LuceneHistory<T> implements Closeable {

    /** Comes after that of the documents. */
    public static final String SCHEMA = " history 2";

    /** The interval, as a point of two dimensions: a position is asked for at once. */
    private static final String HELD = "held";

    private static final String FROM = "from";

    private static final String FOLDED = "folded";

    /** The id of what holds still. */
    private static final String OPEN = "open";

    private static final long STILL = Long.MAX_VALUE;

    /**
     * One version.
     *
     * @param from   the position of the event that made it
     * @param folded the position of the last event that is in it
     */
    private record Version<T>(T document, long from, long folded) {}

    /** What becomes of one document in a batch. */
    private static final class Course<T> {

        private final List<Document> closed = new ArrayList<>();
        private Version<T> open;
        private boolean changed;

        Course(Version<T> open) {
            this.open = open;
        }
    }

    private final LuceneDocuments<T> documents;
    private final LuceneDocuments.Form<T> form;
    private final BiPredicate<T, T> alike;

    /**
     * @param form  of the documents
     * @param alike whether nobody who asks could tell two versions apart: the later one is kept in place of the earlier
     */
    public LuceneHistory(LuceneDocuments<T> documents, LuceneDocuments.Form<T> form, BiPredicate<T, T> alike) {
        this.documents = documents;
        this.form = form;
        this.alike = alike;
    }

    public LuceneDocuments<T> documents() {
        return documents;
    }

    /**
     * Folds a batch in, and keeps each version that it makes on the way. What is folded in already changes nothing.
     *
     * @param evolve of what was there, null before its first event; null where there is none yet
     */
    public <E> void fold(List<Recorded<E>> batch, Function<E, String> idOf, BiFunction<T, Recorded<E>, T> evolve) {
        Set<String> touched = new HashSet<>();
        batch.forEach(recorded -> touched.add(idOf.apply(recorded.event())));
        Map<String, Course<T>> courses = new HashMap<>();
        open(touched).forEach((id, version) -> courses.put(id, new Course<>(version)));
        for (Recorded<E> recorded : batch) {
            Course<T> course = courses.computeIfAbsent(idOf.apply(recorded.event()), id -> new Course<>(null));
            Version<T> before = course.open;
            if (before == null) {
                T first = evolve.apply(null, recorded);
                if (first != null) {
                    course.open = new Version<>(first, recorded.position(), recorded.position());
                    course.changed = true;
                }
            } else if (recorded.position() > before.folded()) {
                T after = evolve.apply(before.document(), recorded);
                if (!after.equals(before.document())) {
                    boolean same = alike.test(before.document(), after);
                    if (!same) {
                        course.closed.add(fields(before, recorded.position()));
                    }
                    course.open = new Version<>(after, same ? before.from() : recorded.position(), recorded.position());
                    course.changed = true;
                }
            }
        }
        Map<String, List<Document>> blocks = new HashMap<>();
        courses.forEach((id, course) -> {
            if (course.changed) {
                List<Document> block = new ArrayList<>(course.closed);
                Document still = fields(course.open, STILL);
                still.add(new StringField(OPEN, id, Field.Store.NO));
                block.add(still);
                blocks.put(id, block);
            }
        });
        documents.replace(OPEN, blocks);
    }

    private Document fields(Version<T> version, long until) {
        Document fields = documents.fields(version.document());
        fields.add(new LongPoint(HELD, version.from(), until));
        fields.add(new StoredField(LuceneDocuments.INTERVAL, version.from() + " " + until));
        fields.add(new NumericDocValuesField(FROM, version.from()));
        fields.add(new NumericDocValuesField(FOLDED, version.folded()));
        return fields;
    }

    private Map<String, Version<T>> open(Collection<String> ids) {
        List<BytesRef> terms = ids.stream().map(BytesRef::new).toList();
        return documents.read(searcher -> {
            Map<String, Version<T>> found = new HashMap<>();
            LuceneDocuments.eachSegment(searcher, new TermInSetQuery(OPEN, terms), (segment, matches) -> {
                StoredFields stored = segment.reader().storedFields();
                NumericDocValues from = DocValues.getNumeric(segment.reader(), FROM);
                NumericDocValues folded = DocValues.getNumeric(segment.reader(), FOLDED);
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if (from.advanceExact(doc) && folded.advanceExact(doc)) {
                        T document = documents.document(stored, doc);
                        found.put(form.id(document), new Version<>(document, from.longValue(), folded.longValue()));
                    }
                }
            });
            return found;
        });
    }

    /** The documents as they were once the event at this position was folded in. */
    public LuceneSource<T> asOf(long position) {
        Query held = LongPoint.newRangeQuery(
                HELD, new long[] {Long.MIN_VALUE, position + 1}, new long[] {position, Long.MAX_VALUE});
        return new LuceneSource<>() {

            @Override
            public <R> R read(LuceneDocuments.Reading<R> reading) {
                return documents.read(reading);
            }

            @Override
            public Query all() {
                return held;
            }

            @Override
            public T document(IndexSearcher searcher, int doc) throws IOException {
                return documents.document(searcher, doc);
            }
        };
    }

    /** While it is the same, so is what was held at any position that was reached; another generation may have held something else. */
    public String edition() {
        return documents.edition();
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
