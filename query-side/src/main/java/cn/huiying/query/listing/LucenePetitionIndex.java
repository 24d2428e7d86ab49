package cn.huiying.query.listing;

import cn.huiying.query.common.Folding;
import cn.huiying.query.common.LuceneBigrams;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LucenePages;
import cn.huiying.shared.petition.PetitionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
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
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Lucene index of this node's own. Text is indexed by overlapping pairs of characters, without a dictionary. */
class LucenePetitionIndex extends LucenePetitionSearch implements PetitionIndex {

    private static final Logger log = LoggerFactory.getLogger(LucenePetitionIndex.class);

    /** To be raised whenever documents are written otherwise than before: an index of another schema is written again. */
    static final String SCHEMA = "7";

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
        super(documents);
        this.documents = documents;
    }

    LuceneDocuments<ListedPetition> documents() {
        return documents;
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

    /** How petitions are kept, those of the present and those of the past. */
    static final class Form implements LuceneDocuments.Form<ListedPetition> {

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
}
