package cn.huiying.query.listing;

import cn.huiying.query.common.Folding;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LucenePages;
import cn.huiying.query.common.LuceneSource;
import cn.huiying.query.common.LuceneWords;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.Snippets;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Asks a Lucene index of petitions: that of the present or that of their history. */
class LucenePetitionSearch implements PetitionSearch {

    static final String STATE = "state";

    static final String ANSWERED_ABOUT = "answeredAbout";

    static final String FOLDED_TITLE = "foldedTitle";

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

    private final LuceneSource<ListedPetition> source;

    LucenePetitionSearch(LuceneSource<ListedPetition> source) {
        this.source = source;
    }

    @Override
    public List<Hit> page(Filter filter, Order order, Ranked from, boolean backwards, int limit) {
        List<String> words = filter.text() == null ? List.of() : Folding.words(filter.text());
        boolean marked = !words.isEmpty();
        return LucenePages.page(
                        source,
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
        return source.read(searcher -> (long) searcher.count(query(filter)));
    }

    @Override
    public Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets) {
        return source.read(searcher -> {
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
        return source.read(searcher -> {
            Query query = new BooleanQuery.Builder()
                    .add(source.all(), BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER)
                    .build();
            TopDocs top = searcher.search(query, 1);
            return top.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(source.document(searcher, top.scoreDocs[0].doc));
        });
    }

    @Override
    public List<ListedPetition> similar(String text, PetitionId except, int limit) {
        return source.read(searcher -> {
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
                    .add(source.all(), BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term("published", "true")), BooleanClause.Occur.FILTER);
            if (except != null) {
                query.add(new TermQuery(new Term("id", except.value())), BooleanClause.Occur.MUST_NOT);
            }
            List<ListedPetition> found = new ArrayList<>();
            for (ScoreDoc doc : searcher.search(query.build(), limit).scoreDocs) {
                found.add(source.document(searcher, doc.doc));
            }
            return found;
        });
    }

    @Override
    public List<String> foldedTitles(Filter filter) {
        return source.read(searcher -> {
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

    private Query query(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(source.all(), BooleanClause.Occur.FILTER);
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

    static String sortField(Order order) {
        return switch (order) {
            case PUBLISHED, RELEVANCE -> "publishedAt";
            case SUBMITTED -> "submittedAt";
            case RESOLVED -> "resolvedAt";
        };
    }

    static String body(ListedPetition petition) {
        return petition.publicReply() == null ? petition.body() : petition.body() + "\n" + petition.publicReply();
    }
}
