package cn.huiying.query.statistics;

import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.Slice;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/**
 * The cube as a Lucene index of this node's own: one document a fact, its dimensions and its measures beside it as doc values.
 * The measures of a fact are the bits of one number, so that a count reads three or four numbers a fact.
 */
class LuceneCube implements Cube {

    /** To be raised whenever facts are written otherwise than before, or a measure is added: bits are ordinals. */
    static final String SCHEMA = "1";

    private static final String MEASURES = "measures";
    private static final String TIMES = "times";
    private static final String WORKDAYS = "workdays";
    private static final String CALENDAR = "calendar";
    /** Days before this are not counted by day; no petition of the platform is so old. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final Map<Axis, String> DAYS = Map.of(Axis.RECEIVED, "receivedOn", Axis.RESOLVED, "resolvedOn");

    private final LuceneDocuments<Fact> facts;
    private volatile long changedAt;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LuceneCube(Path folder) {
        this(new LuceneDocuments<>(folder, SCHEMA, () -> new IndexWriterConfig().setRAMBufferSizeMB(32), new Form()));
    }

    LuceneCube(LuceneDocuments<Fact> facts) {
        this.facts = facts;
    }

    LuceneDocuments<Fact> documents() {
        return facts;
    }

    private static final class Form implements LuceneDocuments.Form<Fact> {

        @Override
        public Class<Fact> type() {
            return Fact.class;
        }

        @Override
        public String id(Fact fact) {
            return fact.id();
        }

        @Override
        public void index(Fact fact, Document fields) {
            if (fact instanceof CalendarFact) {
                fields.add(new StringField(CALENDAR, "true", Field.Store.NO));
            }
            Fact.Cell cell = fact.cell();
            if (cell == null) {
                return;
            }
            day(fields, Axis.RECEIVED, cell.receivedOn());
            day(fields, Axis.RESOLVED, cell.resolvedOn());
            cell.at().forEach((dimension, value) -> {
                fields.add(new StringField(dimension.name(), value, Field.Store.NO));
                fields.add(new SortedDocValuesField(dimension.name(), new BytesRef(value)));
            });
            long bits = 0;
            for (Measure measure : cell.measures()) {
                bits |= 1L << measure.ordinal();
            }
            fields.add(new NumericDocValuesField(MEASURES, bits));
            if (cell.times() != 1) {
                fields.add(new NumericDocValuesField(TIMES, cell.times()));
            }
            if (cell.workdays() != null) {
                fields.add(new NumericDocValuesField(WORKDAYS, cell.workdays()));
            }
        }

        private static void day(Document fields, Axis axis, LocalDate day) {
            if (day != null) {
                fields.add(new LongPoint(DAYS.get(axis), day.toEpochDay()));
                fields.add(new NumericDocValuesField(DAYS.get(axis), day.toEpochDay()));
            }
        }
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
        facts.read(searcher -> {
            LuceneDocuments.eachSegment(searcher, query(slice), visitor);
            return null;
        });
    }

    private static Query query(Slice slice) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean bounded = slice.from() != null || slice.to() != null || slice.axis() == Axis.RESOLVED;
        all.add(
                bounded
                        ? LongPoint.newRangeQuery(
                                DAYS.get(slice.axis()),
                                slice.from() == null
                                        ? Long.MIN_VALUE
                                        : slice.from().toEpochDay(),
                                slice.to() == null ? Long.MAX_VALUE : slice.to().toEpochDay())
                        : MatchAllDocsQuery.INSTANCE,
                BooleanClause.Occur.FILTER);
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
        return facts.read(searcher -> {
            byte[] first = PointValues.getMinPackedValue(searcher.getIndexReader(), DAYS.get(Axis.RECEIVED));
            return first == null
                    ? Optional.empty()
                    : Optional.of(LocalDate.ofEpochDay(LongPoint.decodeDimension(first, 0)));
        });
    }

    @Override
    public Map<String, Fact> load(Collection<String> ids) {
        return facts.load(ids);
    }

    @Override
    public Collection<CalendarFact> calendar() {
        return facts.read(searcher -> {
            List<CalendarFact> years = new ArrayList<>();
            for (ScoreDoc found : searcher.search(new TermQuery(new Term(CALENDAR, "true")), 100).scoreDocs) {
                years.add((CalendarFact) facts.document(searcher, found.doc));
            }
            return years;
        });
    }

    @Override
    public void save(Collection<Fact> changed, long position, boolean counts) {
        facts.save(changed, position);
        if (counts) {
            changedAt = position;
        }
    }

    @Override
    public long changedAt() {
        return facts.changedAt(changedAt);
    }

    @Override
    public TokenStore tokens() {
        return facts.tokens();
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
