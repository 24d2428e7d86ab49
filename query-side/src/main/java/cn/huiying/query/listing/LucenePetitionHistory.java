package cn.huiying.query.listing;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.LuceneBigrams;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LuceneHistory;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriterConfig;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** The versions of the listing's documents, kept and asked as those of the present are. */
class LucenePetitionHistory implements PetitionHistory {

    private final LuceneHistory<ListedPetition> history;

    private static final LucenePetitionIndex.Form FORM = new LucenePetitionIndex.Form();

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LucenePetitionHistory(Path folder) {
        this(new LuceneDocuments<>(
                folder,
                LucenePetitionIndex.SCHEMA + LuceneHistory.SCHEMA,
                () -> new IndexWriterConfig(LuceneBigrams.analyzer()).setRAMBufferSizeMB(32),
                FORM));
    }

    LucenePetitionHistory(LuceneDocuments<ListedPetition> documents) {
        // The version is shown, and it counts every event.
        history = new LuceneHistory<>(documents, FORM, Object::equals);
    }

    LuceneDocuments<ListedPetition> documents() {
        return history.documents();
    }

    @Override
    public PetitionSearch asOf(long position) {
        return new LucenePetitionSearch(history.asOf(position));
    }

    @Override
    public String edition() {
        return history.edition();
    }

    @Override
    public void fold(List<Recorded<PetitionEvent>> batch, EventBatch events) {
        history.fold(
                batch,
                event -> event.petitionId().value(),
                (petition, recorded) -> events.evolve(recorded, () -> ListedPetition.evolve(petition, recorded)));
    }

    @Override
    public TokenStore tokens() {
        return history.documents().tokens();
    }

    @Override
    public void close() throws IOException {
        history.close();
    }
}
