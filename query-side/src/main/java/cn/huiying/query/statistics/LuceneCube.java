package cn.huiying.query.statistics;

import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.shared.statistics.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/**
 * The cube as a Lucene index of this node's own: one document a fact, its dimensions and its measures beside it as doc values.
 * The measures of a fact are the bits of one number, so that a count reads three or four numbers a fact.
 */
class LuceneCube extends LuceneTallies implements Cube {

    /** To be raised whenever facts are written otherwise than before, or a measure is added: bits are ordinals. */
    static final String SCHEMA = "2";

    private static final String CALENDAR = "calendar";

    private final LuceneDocuments<Fact> facts;
    private volatile long changedAt;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LuceneCube(Path folder) {
        this(new LuceneDocuments<>(folder, SCHEMA, () -> new IndexWriterConfig().setRAMBufferSizeMB(32), new Form()));
    }

    LuceneCube(LuceneDocuments<Fact> facts) {
        super(facts);
        this.facts = facts;
    }

    LuceneDocuments<Fact> documents() {
        return facts;
    }

    /** How facts are kept, those of the present and those of the past. */
    static final class Form implements LuceneDocuments.Form<Fact> {

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
    public Map<String, Fact> load(Collection<String> ids) {
        return facts.load(ids);
    }

    @Override
    public Collection<CalendarFact> calendar() {
        return calendar(facts);
    }

    static Collection<CalendarFact> calendar(LuceneDocuments<Fact> facts) {
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
