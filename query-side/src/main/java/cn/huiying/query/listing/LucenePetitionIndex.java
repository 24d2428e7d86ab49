package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.listing.Figures.Counts;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.time.WorkCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A Lucene index of this node's own. Text is indexed by overlapping pairs of characters, without a dictionary. */
class LucenePetitionIndex implements PetitionIndex {

    private static final Logger log = LoggerFactory.getLogger(LucenePetitionIndex.class);

    /** To be raised whenever documents are written otherwise than before: an index of another schema is written again. */
    static final String SCHEMA = "2";

    private static final String STATE = "state";
    /** Only where a petition counts otherwise than by its state. */
    private static final String COUNTING = "counting";

    private static final String DOCUMENT = "document";
    private static final String FOLDED_TITLE = "foldedTitle";
    private static final Map<Facet, String> FACET_FIELDS = new EnumMap<>(Map.of(
            Facet.AGENCY, "agency",
            Facet.DOMAIN, "domain",
            Facet.TYPE, "type",
            Facet.STATUS, "status",
            Facet.DISTRICT, "district",
            Facet.SECTION, "section"));
    private static final List<String> DIMENSIONS = List.of("section", "type", "domain", "district", "agency", "month");

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Analyzer analyzer = LuceneBigrams.analyzer();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LuceneTokens tokens;
    private volatile long changedAt;
    private volatile long publicChangedAt;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LucenePetitionIndex(Path folder) {
        try {
            // Each refresh makes a small segment that is soon merged away: those need no files before the next commit.
            directory = new NRTCachingDirectory(FSDirectory.open(folder), 4, 32);
            boolean again = DirectoryReader.indexExists(directory) && !LuceneTokens.isOfSchema(directory, SCHEMA);
            if (again) {
                log.info("The search index in {} is of an earlier form; it is built again from the log", folder);
            }
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(32)
                            // The default order: a page of it is read off the front of each segment.
                            .setIndexSort(sort(Order.PUBLISHED, true))
                            .setOpenMode(again ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND));
            searchers = new SearcherManager(writer, null);
            tokens = new LuceneTokens(writer, SCHEMA);
            changedAt = tokens.position();
            publicChangedAt = changedAt;
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " can't be opened", e);
        }
    }

    @Override
    public List<Hit> page(Filter filter, Order order, Place from, boolean backwards, int limit) {
        return read(common -> {
            IndexSearcher searcher = new IndexSearcher(common.getIndexReader());
            searcher.setSimilarity(LuceneRelevance.OCCURRENCES);
            Sort sort = sort(order, !backwards);
            // The order is unique: only the item itself ties, and with the last document's number it is passed over.
            FieldDoc after = from == null
                    ? null
                    : new FieldDoc(Math.max(0, searcher.getIndexReader().maxDoc() - 1), Float.NaN, new Object[] {
                        order == Order.RELEVANCE ? (Object) from.value() : (Object) (long) from.value(), from.order()
                    });
            List<String> words = filter.text() == null ? List.of() : Folding.words(filter.text());
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found :
                    searcher.searchAfter(after, onwards(filter, order, from, backwards), limit, sort).scoreDocs) {
                FieldDoc doc = (FieldDoc) found;
                Place place = new Place(((Number) doc.fields[0]).doubleValue(), (Long) doc.fields[1]);
                ListedPetition petition = petition(searcher, doc.doc);
                boolean marked = !words.isEmpty();
                hits.add(new Hit(
                        petition,
                        place,
                        marked ? Snippets.whole(petition.title(), words) : null,
                        marked ? Snippets.passages(body(petition), words) : null));
            }
            if (backwards) {
                Collections.reverse(hits);
            }
            return hits;
        });
    }

    /** In the default order the search begins where the page does: the index is kept in it. */
    private Query onwards(Filter filter, Order order, Place from, boolean backwards) {
        if (from == null || order != Order.PUBLISHED || !filter.publishedOnly()) {
            return query(filter);
        }
        String field = sortField(order);
        long least = backwards ? (long) from.value() : Long.MIN_VALUE;
        long most = backwards ? Long.MAX_VALUE : (long) from.value();
        return new BooleanQuery.Builder()
                .add(query(filter), BooleanClause.Occur.FILTER)
                .add(
                        new IndexSortSortedNumericDocValuesRangeQuery(
                                field, least, most, LongPoint.newRangeQuery(field, least, most)),
                        BooleanClause.Occur.FILTER)
                .build();
    }

    private static Sort sort(Order order, boolean descending) {
        SortField first = order == Order.RELEVANCE
                ? new LuceneRelevance(sortField(order)).getSortField(descending)
                : new SortField(sortField(order), SortField.Type.LONG, descending);
        return new Sort(first, new SortField("order", SortField.Type.LONG, descending));
    }

    @Override
    public long count(Filter filter) {
        return read(searcher -> (long) searcher.count(query(filter)));
    }

    @Override
    public Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets) {
        return read(searcher -> {
            Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
            facets.forEach(facet -> counts.put(facet, new TreeMap<>()));
            List<Facet> asked = List.copyOf(counts.keySet());
            eachSegment(searcher, query(filter), (segment, matches) -> {
                SortedDocValues[] values = new SortedDocValues[asked.size()];
                long[][] byOrdinal = new long[asked.size()][];
                for (int i = 0; i < values.length; i++) {
                    values[i] = DocValues.getSorted(segment.reader(), FACET_FIELDS.get(asked.get(i)));
                    byOrdinal[i] = new long[Math.max(values[i].getValueCount(), 0)];
                }
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    for (int i = 0; i < values.length; i++) {
                        if (values[i].advanceExact(doc)) {
                            byOrdinal[i][values[i].ordValue()]++;
                        }
                    }
                }
                for (int i = 0; i < values.length; i++) {
                    for (int ordinal = 0; ordinal < byOrdinal[i].length; ordinal++) {
                        if (byOrdinal[i][ordinal] > 0) {
                            counts.get(asked.get(i))
                                    .merge(
                                            values[i].lookupOrd(ordinal).utf8ToString(),
                                            byOrdinal[i][ordinal],
                                            Long::sum);
                        }
                    }
                }
            });
            return counts;
        });
    }

    @Override
    public Figures figures(Filter filter) {
        return read(searcher -> {
            long[] whole = new long[State.Counting.values().length];
            Map<String, Map<String, long[]>> breakdowns = new HashMap<>();
            DIMENSIONS.forEach(dimension -> breakdowns.put(dimension, new TreeMap<>()));
            eachSegment(searcher, query(filter), (segment, matches) -> {
                SortedDocValues states = DocValues.getSorted(segment.reader(), STATE);
                SortedDocValues otherwise = DocValues.getSorted(segment.reader(), COUNTING);
                List<SortedDocValues> dimensions = new ArrayList<>();
                List<long[][]> tallies = new ArrayList<>();
                for (String dimension : DIMENSIONS) {
                    SortedDocValues values = DocValues.getSorted(segment.reader(), dimension);
                    dimensions.add(values);
                    tallies.add(new long[Math.max(values.getValueCount(), 0)][whole.length]);
                }
                int[] counting = new int[Math.max(states.getValueCount(), 0)];
                for (int ordinal = 0; ordinal < counting.length; ordinal++) {
                    counting[ordinal] = State.valueOf(states.lookupOrd(ordinal).utf8ToString())
                            .counting()
                            .ordinal();
                }
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if (!states.advanceExact(doc)) {
                        continue;
                    }
                    int counted = otherwise.advanceExact(doc)
                            ? State.Counting.valueOf(otherwise
                                            .lookupOrd(otherwise.ordValue())
                                            .utf8ToString())
                                    .ordinal()
                            : counting[states.ordValue()];
                    whole[counted]++;
                    for (int i = 0; i < dimensions.size(); i++) {
                        if (dimensions.get(i).advanceExact(doc)) {
                            tallies.get(i)[dimensions.get(i).ordValue()][counted]++;
                        }
                    }
                }
                for (int i = 0; i < dimensions.size(); i++) {
                    Map<String, long[]> byValue = breakdowns.get(DIMENSIONS.get(i));
                    for (int ordinal = 0; ordinal < tallies.get(i).length; ordinal++) {
                        long[] tally = tallies.get(i)[ordinal];
                        long[] sum = byValue.computeIfAbsent(
                                dimensions.get(i).lookupOrd(ordinal).utf8ToString(), key -> new long[tally.length]);
                        for (int c = 0; c < tally.length; c++) {
                            sum[c] += tally[c];
                        }
                    }
                }
            });
            Map<String, Map<String, Counts>> counts = new TreeMap<>();
            breakdowns.forEach((dimension, byValue) -> {
                Map<String, Counts> shown = new TreeMap<>();
                byValue.forEach((value, tally) -> {
                    if (java.util.Arrays.stream(tally).sum() > 0) {
                        shown.put(value, counts(tally));
                    }
                });
                counts.put(dimension, shown);
            });
            return new Figures(counts(whole), counts);
        });
    }

    private static Counts counts(long[] tally) {
        long resolved = tally[State.Counting.RESOLVED.ordinal()];
        return new Counts(
                tally[State.Counting.IN_HAND.ordinal()] + tally[State.Counting.TERMINATED.ordinal()] + resolved,
                resolved,
                tally[State.Counting.PENDING.ordinal()],
                tally[State.Counting.EXCLUDED.ordinal()]);
    }

    @Override
    public Optional<ListedPetition> find(PetitionId id) {
        return findOne("id", id.value());
    }

    @Override
    public Optional<ListedPetition> findByNumber(String number) {
        return findOne("number", number);
    }

    private Optional<ListedPetition> findOne(String field, String value) {
        return read(searcher -> {
            TopDocs top = searcher.search(new TermQuery(new Term(field, value)), 1);
            return top.scoreDocs.length == 0 ? Optional.empty() : Optional.of(petition(searcher, top.scoreDocs[0].doc));
        });
    }

    @Override
    public List<ListedPetition> similar(String text, PetitionId except, int limit) {
        return read(searcher -> {
            Set<String> pairs = new TreeSet<>();
            for (String word : Folding.words(text)) {
                pairs.addAll(pairs(word));
            }
            // One pair in common is chance.
            BooleanQuery.Builder some =
                    new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.ceilDiv(pairs.size(), 3));
            for (String pair : pairs) {
                BooleanQuery.Builder either = new BooleanQuery.Builder();
                either.add(new BoostQuery(new TermQuery(new Term("title", pair)), 2), BooleanClause.Occur.SHOULD);
                either.add(new TermQuery(new Term("body", pair)), BooleanClause.Occur.SHOULD);
                some.add(either.build(), BooleanClause.Occur.SHOULD);
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(some.build(), BooleanClause.Occur.MUST)
                    .add(new TermQuery(new Term("published", "true")), BooleanClause.Occur.FILTER);
            if (except != null) {
                query.add(new TermQuery(new Term("id", except.value())), BooleanClause.Occur.MUST_NOT);
            }
            List<ListedPetition> found = new ArrayList<>();
            for (ScoreDoc doc : searcher.search(query.build(), limit).scoreDocs) {
                found.add(petition(searcher, doc.doc));
            }
            return found;
        });
    }

    @Override
    public List<String> foldedTitles(Filter filter) {
        return read(searcher -> {
            List<String> titles = new ArrayList<>();
            eachSegment(searcher, query(filter), (segment, matches) -> {
                BinaryDocValues values = DocValues.getBinary(segment.reader(), FOLDED_TITLE);
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if (values.advanceExact(doc)) {
                        titles.add(values.binaryValue().utf8ToString());
                    }
                }
            });
            return titles;
        });
    }

    @Override
    public Map<PetitionId, ListedPetition> load(Collection<PetitionId> ids) {
        return read(searcher -> {
            Map<PetitionId, ListedPetition> found = new HashMap<>();
            List<BytesRef> terms =
                    ids.stream().map(id -> new BytesRef(id.value())).toList();
            eachSegment(searcher, new TermInSetQuery("id", terms), (segment, matches) -> {
                BinaryDocValues documents = DocValues.getBinary(segment.reader(), DOCUMENT);
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if (documents.advanceExact(doc)) {
                        ListedPetition petition = parse(documents.binaryValue());
                        found.put(petition.id(), petition);
                    }
                }
            });
            return found;
        });
    }

    @Override
    public void save(Collection<ListedPetition> petitions, long position) {
        try {
            for (ListedPetition petition : petitions) {
                writer.updateDocument(new Term("id", petition.id().value()), document(petition));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be written", e);
        }
        // After the refresh: whoever sees the new position sees the new documents.
        if (petitions.stream().anyMatch(petition -> petition.title() != null)) {
            publicChangedAt = position;
        }
        if (!petitions.isEmpty()) {
            changedAt = position;
        }
    }

    @Override
    public long changedAt() {
        return changedAt;
    }

    @Override
    public long publicChangedAt() {
        return publicChangedAt;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    /** Puts on disk what was written since the last time; a crash before that only costs reading the log again. */
    void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be committed", e);
        }
    }

    @Override
    public void clear() {
        try {
            writer.deleteAll();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be emptied", e);
        }
        changedAt = 0;
        publicChangedAt = 0;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private Document document(ListedPetition petition) {
        Document document = new Document();
        document.add(new StringField("id", petition.id().value(), Field.Store.NO));
        document.add(new StringField("number", petition.number(), Field.Store.NO));
        document.add(new StringField("author", petition.author().value(), Field.Store.NO));
        document.add(new StringField("published", "" + petition.published(), Field.Store.NO));
        value(document, "section", petition.section().name());
        value(document, "type", petition.type().name());
        value(document, "domain", petition.domain());
        value(document, "district", petition.district());
        value(document, "agency", petition.agency());
        value(document, STATE, petition.state().name());
        if (petition.counting() != petition.state().counting()) {
            value(document, COUNTING, petition.counting().name());
        }
        value(document, "status", petition.state().publicTab().slug());
        document.add(new SortedDocValuesField(
                "month",
                new BytesRef(YearMonth.from(WorkCalendar.dateOf(petition.submittedAt()))
                        .toString())));
        document.add(new NumericDocValuesField("order", petition.order()));
        moment(document, "submittedAt", petition.submittedAt());
        moment(document, "publishedAt", petition.publishedAt());
        moment(document, "resolvedAt", petition.resolvedAt());
        if (petition.published()) {
            document.add(new TextField("title", petition.title(), Field.Store.NO));
            document.add(new TextField("body", body(petition), Field.Store.NO));
            document.add(new BinaryDocValuesField(
                    FOLDED_TITLE, new BytesRef(Folding.fold(petition.title()).text())));
        }
        document.add(new BinaryDocValuesField(DOCUMENT, new BytesRef(json.writeValueAsBytes(petition))));
        return document;
    }

    private static String body(ListedPetition petition) {
        return petition.publicReply() == null ? petition.body() : petition.body() + "\n" + petition.publicReply();
    }

    private static void value(Document document, String field, String value) {
        if (value != null && !value.isEmpty()) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedDocValuesField(field, new BytesRef(value)));
        }
    }

    private static void moment(Document document, String field, Instant moment) {
        if (moment != null) {
            document.add(new LongPoint(field, moment.toEpochMilli()));
            document.add(new NumericDocValuesField(field, moment.toEpochMilli()));
        }
    }

    private Query query(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        if (filter.publishedOnly()) {
            all.add(new TermQuery(new Term("published", "true")), BooleanClause.Occur.FILTER);
        }
        if (filter.author() != null) {
            all.add(new TermQuery(new Term("author", filter.author().value())), BooleanClause.Occur.FILTER);
        }
        PetitionFilter petitions = filter.petitions();
        any(all, "section", petitions.sections(), Enum::name);
        any(all, "type", petitions.types(), Enum::name);
        any(all, "domain", petitions.domains(), Function.identity());
        any(all, "district", petitions.districts(), Function.identity());
        any(all, "agency", petitions.agencies(), Function.identity());
        any(all, STATE, petitions.states(), Enum::name);
        if (petitions.from() != null || petitions.to() != null) {
            long from =
                    petitions.from() == null ? Long.MIN_VALUE : petitions.from().toEpochMilli();
            long to = petitions.to() == null ? Long.MAX_VALUE : petitions.to().toEpochMilli() - 1;
            all.add(LongPoint.newRangeQuery("submittedAt", from, to), BooleanClause.Occur.FILTER);
        }
        if (filter.text() != null) {
            for (String word : Folding.words(filter.text())) {
                all.add(word(word), BooleanClause.Occur.MUST);
            }
        }
        return all.build();
    }

    /** The word in the title or in the text; the title counts for more. */
    private static Query word(String word) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(new BoostQuery(word("title", word), 3), BooleanClause.Occur.SHOULD);
        either.add(word("body", word), BooleanClause.Occur.SHOULD);
        return either.build();
    }

    private static Query word(String field, String word) {
        List<String> pairs = pairs(word);
        if (pairs.isEmpty()) {
            return new PrefixQuery(new Term(field, word));
        }
        return pairs.size() == 1
                ? new TermQuery(new Term(field, pairs.getFirst()))
                : new NGramPhraseQuery(2, new PhraseQuery(field, pairs.toArray(String[]::new)));
    }

    /** The overlapping pairs of a folded word, as the analyzer makes them; none of a single character. */
    private static List<String> pairs(String word) {
        List<String> pairs = new ArrayList<>();
        int first = 0;
        int second = word.offsetByCodePoints(0, 1);
        while (second < word.length()) {
            int end = word.offsetByCodePoints(second, 1);
            pairs.add(word.substring(first, end));
            first = second;
            second = end;
        }
        return pairs;
    }

    private static <T> void any(BooleanQuery.Builder all, String field, Set<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            all.add(
                    new TermInSetQuery(
                            field,
                            values.stream()
                                    .map(value -> new BytesRef(text.apply(value)))
                                    .toList()),
                    BooleanClause.Occur.FILTER);
        }
    }

    private static String sortField(Order order) {
        return switch (order) {
            case PUBLISHED, RELEVANCE -> "publishedAt";
            case SUBMITTED -> "submittedAt";
            case RESOLVED -> "resolvedAt";
        };
    }

    private ListedPetition petition(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(org.apache.lucene.index.ReaderUtil.subIndex(doc, segments));
        BinaryDocValues documents = DocValues.getBinary(segment.reader(), DOCUMENT);
        if (!documents.advanceExact(doc - segment.docBase)) {
            throw new IllegalStateException("The search index holds a petition without its document; rebuild it.");
        }
        return parse(documents.binaryValue());
    }

    private ListedPetition parse(BytesRef bytes) {
        return json.readValue(bytes.bytes, bytes.offset, bytes.length, ListedPetition.class);
    }

    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be read", e);
        }
    }

    private interface Segment {
        void visit(LeafReaderContext segment, DocIdSetIterator matches) throws IOException;
    }

    /** Visits the live matches of each segment. */
    private static void eachSegment(IndexSearcher searcher, Query query, Segment visitor) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer != null) {
                visitor.visit(
                        segment,
                        new LiveDocs(scorer.iterator(), segment.reader().getLiveDocs()));
            }
        }
    }
}
