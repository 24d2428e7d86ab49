package cn.huiying.query.listing;

import cn.huiying.query.common.Folding;
import cn.huiying.query.common.LuceneBigrams;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LucenePages;
import cn.huiying.query.common.LuceneWords;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.Snippets;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Lucene index of this node's own. Text is indexed by overlapping pairs of characters, without a dictionary. */
class LucenePetitionIndex implements PetitionIndex {

    private static final Logger log = LoggerFactory.getLogger(LucenePetitionIndex.class);

    /** To be raised whenever documents are written otherwise than before: an index of another schema is written again. */
    static final String SCHEMA = "6";

    private static final String STATE = "state";

    private static final String ANSWERED_ABOUT = "answeredAbout";

    private static final String FOLDED_TITLE = "foldedTitle";
    private static final Map<Facet, String> FACET_FIELDS = new EnumMap<>(Map.of(
            Facet.TOPIC, "topic",
            Facet.OUTCOME, "outcome",
            Facet.CONVERSION, "conversion",
            Facet.AGENCY, "agency",
            Facet.DOMAIN, "domain",
            Facet.TYPE, "type",
            Facet.STATUS, "status",
            Facet.DISTRICT, "district",
            Facet.SECTION, "section"));

    private final LuceneDocuments<ListedPetition> documents;
    private volatile long publicChangedAt;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LucenePetitionIndex(Path folder) {
        this(new LuceneDocuments<>(
                folder,
                SCHEMA,
                () -> new IndexWriterConfig(LuceneBigrams.analyzer())
                        .setRAMBufferSizeMB(32)
                        // The default order: a page of it is read off the front of each segment.
                        .setIndexSort(LucenePages.sort(sortField(Order.PUBLISHED), false, true)),
                new Form()));
    }

    LucenePetitionIndex(LuceneDocuments<ListedPetition> documents) {
        this.documents = documents;
    }

    LuceneDocuments<ListedPetition> documents() {
        return documents;
    }

    @Override
    public List<Hit> page(Filter filter, Order order, Ranked from, boolean backwards, int limit) {
        List<String> words = filter.text() == null ? List.of() : Folding.words(filter.text());
        boolean marked = !words.isEmpty();
        return LucenePages.page(
                        documents,
                        onwards(filter, order, from, backwards),
                        sortField(order),
                        order == Order.RELEVANCE,
                        from,
                        backwards,
                        limit)
                .stream()
                .map(found -> new Hit(
                        found.document(),
                        found.place(),
                        marked ? Snippets.whole(found.document().title(), words) : null,
                        marked ? Snippets.passages(body(found.document()), words) : null))
                .toList();
    }

    /** In the default order the search begins where the page does: the index is kept in it. */
    private Query onwards(Filter filter, Order order, Ranked from, boolean backwards) {
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

    @Override
    public long count(Filter filter) {
        return documents.read(searcher -> (long) searcher.count(query(filter)));
    }

    @Override
    public Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets) {
        return documents.read(searcher -> {
            Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
            facets.forEach(facet -> counts.put(facet, new TreeMap<>()));
            List<Facet> asked = List.copyOf(counts.keySet());
            LuceneDocuments.eachSegment(searcher, query(filter), (segment, matches) -> {
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
    public Optional<ListedPetition> find(PetitionId id) {
        return findOne("id", id.value());
    }

    @Override
    public Optional<ListedPetition> findByNumber(String number) {
        return findOne("number", number);
    }

    private Optional<ListedPetition> findOne(String field, String value) {
        return documents.read(searcher -> {
            TopDocs top = searcher.search(new TermQuery(new Term(field, value)), 1);
            return top.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(documents.document(searcher, top.scoreDocs[0].doc));
        });
    }

    @Override
    public List<ListedPetition> similar(String text, PetitionId except, int limit) {
        return documents.read(searcher -> {
            Set<String> pairs = new TreeSet<>();
            for (String word : Folding.words(text)) {
                pairs.addAll(LuceneWords.pairs(word));
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
                found.add(documents.document(searcher, doc.doc));
            }
            return found;
        });
    }

    @Override
    public List<String> foldedTitles(Filter filter) {
        return documents.read(searcher -> {
            List<String> titles = new ArrayList<>();
            LuceneDocuments.eachSegment(searcher, query(filter), (segment, matches) -> {
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
        return documents.load(ids.stream().map(PetitionId::value).toList()).values().stream()
                .collect(Collectors.toMap(ListedPetition::id, Function.identity()));
    }

    @Override
    public void save(Collection<ListedPetition> petitions, long position) {
        documents.save(petitions, position);
        if (petitions.stream().anyMatch(petition -> petition.title() != null)) {
            publicChangedAt = position;
        }
    }

    @Override
    public long changedAt() {
        return documents.changedAt();
    }

    @Override
    public long publicChangedAt() {
        return documents.changedAt(publicChangedAt);
    }

    @Override
    public TokenStore tokens() {
        return documents.tokens();
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }

    private static class Form implements LuceneDocuments.Form<ListedPetition> {

        @Override
        public Class<ListedPetition> type() {
            return ListedPetition.class;
        }

        @Override
        public String id(ListedPetition petition) {
            return petition.id().value();
        }

        @Override
        public void index(ListedPetition petition, Document document) {
            document.add(new StringField("number", petition.number(), Field.Store.NO));
            document.add(new StringField("author", petition.author().value(), Field.Store.NO));
            if (petition.inquiredPolicy() != null && petition.published() && petition.publicReply() != null) {
                document.add(new StringField(ANSWERED_ABOUT, petition.policy().value(), Field.Store.NO));
            }
            document.add(new StringField("published", "" + petition.published(), Field.Store.NO));
            value(document, "section", petition.section().name());
            value(document, "type", petition.type().name());
            value(document, "domain", petition.domain());
            value(document, "district", petition.district());
            value(document, "agency", petition.agency());
            value(document, STATE, petition.state().name());
            value(document, "status", petition.state().publicTab().slug());
            if (petition.standing() != null) {
                value(
                        document,
                        "topic",
                        petition.suggestion().topic() == null
                                ? null
                                : petition.suggestion().topic().value());
                value(document, "outcome", petition.standing().name());
                value(
                        document,
                        "conversion",
                        petition.conversion() == null
                                ? NOT_CONVERTED
                                : petition.conversion().name());
            }
            document.add(new NumericDocValuesField("order", petition.order()));
            moment(document, "submittedAt", petition.submittedAt());
            moment(document, "publishedAt", petition.publishedAt());
            moment(document, "resolvedAt", petition.resolvedAt());
            if (petition.published()) {
                document.add(new TextField("title", petition.title(), Field.Store.NO));
                document.add(new TextField("body", body(petition), Field.Store.NO));
                document.add(new BinaryDocValuesField(
                        FOLDED_TITLE,
                        new BytesRef(Folding.fold(petition.title()).text())));
            }
        }
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
        LuceneWords.any(all, "section", petitions.sections(), Enum::name);
        LuceneWords.any(all, "type", petitions.types(), Enum::name);
        LuceneWords.any(all, "domain", petitions.domains(), Function.identity());
        LuceneWords.any(all, "district", petitions.districts(), Function.identity());
        LuceneWords.any(all, "agency", petitions.agencies(), Function.identity());
        LuceneWords.any(all, STATE, petitions.states(), Enum::name);
        if (petitions.answeredAbout() != null) {
            all.add(
                    new TermQuery(
                            new Term(ANSWERED_ABOUT, petitions.answeredAbout().value())),
                    BooleanClause.Occur.FILTER);
        }
        LuceneWords.any(all, "topic", filter.suggestions().topics(), SuggestionTopicId::value);
        LuceneWords.any(all, "outcome", filter.suggestions().outcomes(), Enum::name);
        LuceneWords.any(all, "conversion", filter.suggestions().conversions(), Function.identity());
        if (petitions.from() != null || petitions.to() != null) {
            long from =
                    petitions.from() == null ? Long.MIN_VALUE : petitions.from().toEpochMilli();
            long to = petitions.to() == null ? Long.MAX_VALUE : petitions.to().toEpochMilli() - 1;
            all.add(LongPoint.newRangeQuery("submittedAt", from, to), BooleanClause.Occur.FILTER);
        }
        LuceneWords.all(all, filter.text());
        return all.build();
    }

    private static String sortField(Order order) {
        return switch (order) {
            case PUBLISHED, RELEVANCE -> "publishedAt";
            case SUBMITTED -> "submittedAt";
            case RESOLVED -> "resolvedAt";
        };
    }
}
