package cn.huiying.query.statistics;

import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LuceneSource;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.statistics.Tally;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Counts in a Lucene index of facts: that of the present or that of their history. */
class LuceneTallies implements Tallies {

    static final String MEASURES = "measures";
    static final String TIMES = "times";
    static final String WORKDAYS = "workdays";
    /** Days before this are not counted by day; no petition of the platform is so old. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    static final Map<Axis, String> DAYS = Map.of(Axis.RECEIVED, "receivedOn", Axis.RESOLVED, "resolvedOn");

    private final LuceneSource<Fact> source;

    LuceneTallies(LuceneSource<Fact> source) {
        this.source = source;
    }

    @Override
    public Tally count(Slice slice) {
        Tally whole = new Tally();
        visit(slice, (segment, matches) -> {
            Counting counting = new Counting(segment);
            for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                counting.add(doc, whole);
            }
        });
        return whole;
    }

    @Override
    public SortedMap<String, Tally> countBy(Slice slice, Dimension dimension) {
        SortedMap<String, Tally> byValue = new TreeMap<>();
        visit(slice, (segment, matches) -> {
            Counting counting = new Counting(segment);
            SortedDocValues values = DocValues.getSorted(segment.reader(), dimension.name());
            // The last one is of those without a value.
            Tally[] tallies = new Tally[Math.max(values.getValueCount(), 0) + 1];
            for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                int place = values.advanceExact(doc) ? values.ordValue() : tallies.length - 1;
                if (tallies[place] == null) {
                    tallies[place] = new Tally();
                }
                counting.add(doc, tallies[place]);
            }
            for (int i = 0; i < tallies.length; i++) {
                if (tallies[i] != null) {
                    String value =
                            i == tallies.length - 1 ? "" : values.lookupOrd(i).utf8ToString();
                    byValue.merge(value, tallies[i], Tally::add);
                }
            }
        });
        return byValue;
    }

    @Override
    public SortedMap<LocalDate, Tally> countByDay(Slice slice) {
        SortedMap<LocalDate, Tally> byDay = new TreeMap<>();
        visit(slice, (segment, matches) -> {
            Counting counting = new Counting(segment);
            NumericDocValues days = DocValues.getNumeric(segment.reader(), DAYS.get(slice.axis()));
            Tally[] tallies = new Tally[366];
            for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                if (!days.advanceExact(doc)) {
                    continue;
                }
                int place = Math.toIntExact(Math.max(0, days.longValue() - FIRST_DAY));
                if (place >= tallies.length) {
                    tallies = Arrays.copyOf(tallies, Math.max(place + 1, 2 * tallies.length));
                }
                if (tallies[place] == null) {
                    tallies[place] = new Tally();
                }
                counting.add(doc, tallies[place]);
            }
            for (int i = 0; i < tallies.length; i++) {
                if (tallies[i] != null) {
                    byDay.merge(LocalDate.ofEpochDay(FIRST_DAY + i), tallies[i], Tally::add);
                }
            }
        });
        return byDay;
    }

    /** The numbers that every count reads. */
    private static final class Counting {

        private final NumericDocValues measures;
        private final NumericDocValues times;
        private final NumericDocValues workdays;

        Counting(LeafReaderContext segment) throws IOException {
            measures = DocValues.getNumeric(segment.reader(), MEASURES);
            times = DocValues.getNumeric(segment.reader(), TIMES);
            workdays = DocValues.getNumeric(segment.reader(), WORKDAYS);
        }

        void add(int doc, Tally tally) throws IOException {
            if (measures.advanceExact(doc)) {
                tally.add(measures.longValue(), times.advanceExact(doc) ? times.longValue() : 1);
                if (workdays.advanceExact(doc)) {
                    tally.addHandling(workdays.longValue());
                }
            }
        }
    }

    private void visit(Slice slice, LuceneDocuments.Segment visitor) {
        source.read(searcher -> {
            LuceneDocuments.eachSegment(searcher, query(slice), visitor);
            return null;
        });
    }

    private Query query(Slice slice) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean bounded = slice.from() != null || slice.to() != null || slice.axis() == Axis.RESOLVED;
        all.add(source.all(), BooleanClause.Occur.FILTER);
        if (bounded) {
            all.add(
                    LongPoint.newRangeQuery(
                            DAYS.get(slice.axis()),
                            slice.from() == null ? Long.MIN_VALUE : slice.from().toEpochDay(),
                            slice.to() == null ? Long.MAX_VALUE : slice.to().toEpochDay()),
                    BooleanClause.Occur.FILTER);
        }
        slice.where()
                .forEach((dimension, values) -> all.add(
                        new TermInSetQuery(
                                dimension.name(),
                                values.stream().map(BytesRef::new).toList()),
                        BooleanClause.Occur.FILTER));
        return all.build();
    }

    @Override
    public Optional<LocalDate> firstDay() {
        String received = DAYS.get(Axis.RECEIVED);
        return source.read(searcher -> {
            Query any = new BooleanQuery.Builder()
                    .add(source.all(), BooleanClause.Occur.FILTER)
                    .add(new FieldExistsQuery(received), BooleanClause.Occur.FILTER)
                    .build();
            ScoreDoc[] first =
                    searcher.search(any, 1, new Sort(new SortField(received, SortField.Type.LONG))).scoreDocs;
            return first.length == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.ofEpochDay((Long) ((FieldDoc) first[0]).fields[0]));
        });
    }
}
