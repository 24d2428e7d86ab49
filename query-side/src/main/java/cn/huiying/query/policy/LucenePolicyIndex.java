package cn.huiying.query.policy;

import cn.huiying.query.common.Folding;
import cn.huiying.query.common.LuceneBigrams;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LucenePages;
import cn.huiying.query.common.LuceneWords;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.Slugs;
import cn.huiying.query.common.Snippets;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.policy.PolicyTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** A Lucene index of this node's own. */
class LucenePolicyIndex implements PolicyIndex {

    /** To be raised whenever documents are written otherwise than before: an index of another schema is written again. */
    private static final String SCHEMA = "2";

    /** What stands in a field of tags of a policy for everybody. */
    private static final String EVERYBODY = "all";

    private static final String STATE = "state";
    private static final String SUPERSEDED_BY = "supersededBy";
    private static final String VALID_FROM = "validFrom";
    private static final String VALID_UNTIL = "validUntil";

    private final LuceneDocuments<LibraryPolicy> documents;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LucenePolicyIndex(Path folder) {
        this(new LuceneDocuments<>(
                folder,
                SCHEMA,
                () -> new IndexWriterConfig(LuceneBigrams.analyzer()).setRAMBufferSizeMB(8),
                new Form()));
    }

    LucenePolicyIndex(LuceneDocuments<LibraryPolicy> documents) {
        this.documents = documents;
    }

    LuceneDocuments<LibraryPolicy> documents() {
        return documents;
    }

    @Override
    public List<Hit> page(Filter filter, Order order, Ranked from, boolean backwards, int limit) {
        List<String> words = filter.text() == null ? List.of() : Folding.words(filter.text());
        boolean marked = !words.isEmpty();
        return LucenePages.page(
                        documents,
                        query(filter),
                        order == Order.VALID_FROM ? VALID_FROM : "publishedAt",
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

    @Override
    public long count(Filter filter) {
        return documents.read(searcher -> (long) searcher.count(query(filter)));
    }

    @Override
    public Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            counts.put(facet, facet == Facet.STATUS ? statuses(filter) : values(filter, field(facet)));
        }
        return counts;
    }

    private Map<String, Long> statuses(Filter filter) {
        Map<String, Long> counts = new TreeMap<>();
        Set<PolicyStatus> those = filter.statuses().isEmpty() ? SHOWN : filter.statuses();
        for (PolicyStatus status : those) {
            long count = count(filter.withStatus(status));
            if (count > 0) {
                counts.put(Slugs.of(status), count);
            }
        }
        return counts;
    }

    private Map<String, Long> values(Filter filter, String field) {
        return documents.read(searcher -> {
            Map<String, Long> counts = new TreeMap<>();
            LuceneDocuments.eachSegment(searcher, query(filter), (segment, matches) -> {
                SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), field);
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if (values.advanceExact(doc)) {
                        for (int i = 0; i < values.docValueCount(); i++) {
                            counts.merge(values.lookupOrd(values.nextOrd()).utf8ToString(), 1L, Long::sum);
                        }
                    }
                }
            });
            return counts;
        });
    }

    @Override
    public Map<PolicyId, LibraryPolicy> load(Collection<PolicyId> ids) {
        return documents.load(ids.stream().map(PolicyId::value).toList()).values().stream()
                .collect(Collectors.toMap(LibraryPolicy::id, Function.identity()));
    }

    @Override
    public List<LibraryPolicy> supersededBy(PolicyId policy) {
        return documents.read(searcher -> {
            List<LibraryPolicy> found = new ArrayList<>();
            LuceneDocuments.eachSegment(
                    searcher, new TermQuery(new Term(SUPERSEDED_BY, policy.value())), (segment, matches) -> {
                        for (int doc = matches.nextDoc();
                                doc != DocIdSetIterator.NO_MORE_DOCS;
                                doc = matches.nextDoc()) {
                            found.add(documents.document(searcher, segment.docBase + doc));
                        }
                    });
            return found;
        });
    }

    @Override
    public void save(Collection<LibraryPolicy> policies, long position) {
        documents.save(policies, position);
    }

    @Override
    public long changedAt() {
        return documents.changedAt();
    }

    @Override
    public TokenStore tokens() {
        return documents.tokens();
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }

    private static class Form implements LuceneDocuments.Form<LibraryPolicy> {

        @Override
        public Class<LibraryPolicy> type() {
            return LibraryPolicy.class;
        }

        @Override
        public String id(LibraryPolicy policy) {
            return policy.id().value();
        }

        @Override
        public void index(LibraryPolicy policy, Document document) {
            PolicyTags tags = policy.tags();
            tags(document, Facet.INDUSTRY, tags.industries(), Enum::name);
            tags(document, Facet.SIZE, tags.sizes(), Enum::name);
            tags(document, Facet.DISTRICT, tags.districts(), Function.identity());
            tags(document, Facet.TOPIC, tags.topics(), Function.identity());
            if (policy.agency() != null) {
                value(document, Facet.AGENCY, policy.agency());
            }
            document.add(new StringField(STATE, policy.state().name(), Field.Store.NO));
            if (policy.supersededBy() != null) {
                document.add(
                        new StringField(SUPERSEDED_BY, policy.supersededBy().value(), Field.Store.NO));
            }
            document.add(new LongPoint(VALID_FROM, policy.validFrom().toEpochDay()));
            document.add(
                    new NumericDocValuesField(VALID_FROM, policy.validFrom().toEpochDay()));
            document.add(new LongPoint(
                    VALID_UNTIL,
                    policy.validUntil() == null
                            ? Long.MAX_VALUE
                            : policy.validUntil().toEpochDay()));
            document.add(new NumericDocValuesField(
                    "publishedAt", policy.publishedAt().toEpochMilli()));
            document.add(new NumericDocValuesField("order", policy.order()));
            document.add(new TextField("title", policy.title(), Field.Store.NO));
            document.add(new TextField("body", body(policy), Field.Store.NO));
        }
    }

    /** What is looked into beside the title. */
    private static String body(LibraryPolicy policy) {
        return Stream.concat(
                        Stream.ofNullable(policy.documentNumber()),
                        Stream.concat(
                                Stream.of(policy.text()),
                                policy.interpretations().stream().map(one -> one.title() + "\n" + one.text())))
                .collect(Collectors.joining("\n"));
    }

    private static <T> void tags(Document document, Facet facet, List<T> values, Function<T, String> text) {
        if (values.isEmpty()) {
            value(document, facet, EVERYBODY);
        }
        values.forEach(value -> value(document, facet, text.apply(value)));
    }

    private static void value(Document document, Facet facet, String value) {
        document.add(new StringField(field(facet), value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(field(facet), new BytesRef(value)));
    }

    private static String field(Facet facet) {
        return Slugs.of(facet);
    }

    /** What is on a list that asks for no status. */
    private static final Set<PolicyStatus> SHOWN =
            Set.of(PolicyStatus.VALID, PolicyStatus.UPCOMING, PolicyStatus.EXPIRED, PolicyStatus.SUPERSEDED);

    private static Query query(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        tagged(all, Facet.INDUSTRY, filter.industries().stream().map(Enum::name));
        tagged(all, Facet.SIZE, filter.sizes().stream().map(Enum::name));
        tagged(all, Facet.DISTRICT, filter.districts().stream().flatMap(PolicyTags::covering));
        tagged(all, Facet.TOPIC, filter.topics().stream());
        LuceneWords.any(all, field(Facet.AGENCY), filter.agencies(), Function.identity());
        LuceneWords.all(all, filter.text());
        BooleanQuery.Builder one = new BooleanQuery.Builder();
        (filter.statuses().isEmpty() ? SHOWN : filter.statuses())
                .forEach(status -> one.add(status(status, filter.day()), BooleanClause.Occur.SHOULD));
        return all.add(one.build(), BooleanClause.Occur.FILTER).build();
    }

    private static void tagged(BooleanQuery.Builder all, Facet facet, Stream<String> values) {
        Set<String> any = values.collect(Collectors.toSet());
        if (!any.isEmpty()) {
            any.add(EVERYBODY);
        }
        LuceneWords.any(all, field(facet), any, Function.identity());
    }

    /** The same as {@link PolicyStatus#of}. */
    private static Query status(PolicyStatus status, LocalDate on) {
        long day = on.toEpochDay();
        return switch (status) {
            case VALID ->
                published(
                        LongPoint.newRangeQuery(VALID_FROM, Long.MIN_VALUE, day),
                        LongPoint.newRangeQuery(VALID_UNTIL, day, Long.MAX_VALUE));
            case UPCOMING -> published(LongPoint.newRangeQuery(VALID_FROM, day + 1, Long.MAX_VALUE));
            case EXPIRED -> published(LongPoint.newRangeQuery(VALID_UNTIL, Long.MIN_VALUE, day - 1));
            case SUPERSEDED -> state(PolicyState.SUPERSEDED);
            case WITHDRAWN -> state(PolicyState.WITHDRAWN);
        };
    }

    private static Query published(Query... validity) {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(state(PolicyState.PUBLISHED), BooleanClause.Occur.FILTER);
        for (Query one : validity) {
            all.add(one, BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    private static Query state(PolicyState state) {
        return new TermQuery(new Term(STATE, state.name()));
    }
}
