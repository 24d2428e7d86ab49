package cn.huiying.query.listing;

import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.shared.petition.PetitionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
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
    static final String SCHEMA = "3";

    private static final String STATE = "state";

    private static final String FOLDED_TITLE = "foldedTitle";
    private static final Map<Facet, String> FACET_FIELDS = new EnumMap<>(Map.of(
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
        documents = new LuceneDocuments<>(
                folder,
                SCHEMA,
                new IndexWriterConfig(LuceneBigrams.analyzer())
                        .setRAMBufferSizeMB(32)
                        // The default order: a page of it is read off the front of each segment.
                        .setIndexSort(sort(Order.PUBLISHED, true)),
                new Form());
        publicChangedAt = documents.changedAt();
    }

    LuceneDocuments<ListedPetition> documents() {
        return documents;
    }

    @Override
    public List<Hit> page(Filter filter, Order order, Place from, boolean backwards, int limit) {
        return documents.read(common -> {
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
                ListedPetition petition = documents.document(searcher, doc.doc);
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
        return publicChangedAt;
    }

    @Override
    public TokenStore tokens() {
        return documents.tokens();
    }

    @Override
    public void clear() {
        documents.clear();
        publicChangedAt = 0;
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
            document.add(new StringField("published", "" + petition.published(), Field.Store.NO));
            value(document, "section", petition.section().name());
            value(document, "type", petition.type().name());
            value(document, "domain", petition.domain());
            value(document, "district", petition.district());
            value(document, "agency", petition.agency());
            value(document, STATE, petition.state().name());
            value(document, "status", petition.state().publicTab().slug());
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
}
