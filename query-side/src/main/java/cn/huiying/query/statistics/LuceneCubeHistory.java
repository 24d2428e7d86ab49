package cn.huiying.query.statistics;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.LuceneDocuments;
import cn.huiying.query.common.LuceneHistory;
import cn.huiying.query.common.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexWriterConfig;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** The versions of the facts, kept and counted as those of the present are. */
class LuceneCubeHistory implements CubeHistory {

    private static final LuceneCube.Form FORM = new LuceneCube.Form();

    private final LuceneHistory<Fact> history;

    /** @throws UncheckedIOException where the folder can't be used or is in use by another process */
    LuceneCubeHistory(Path folder) {
        this(new LuceneDocuments<>(
                folder,
                LuceneCube.SCHEMA + LuceneHistory.SCHEMA,
                () -> new IndexWriterConfig().setRAMBufferSizeMB(32),
                FORM));
    }

    LuceneCubeHistory(LuceneDocuments<Fact> documents) {
        history = new LuceneHistory<>(documents, FORM, (before, after) -> Objects.equals(before.cell(), after.cell()));
    }

    LuceneDocuments<Fact> documents() {
        return history.documents();
    }

    @Override
    public Tallies asOf(long position) {
        return new LuceneTallies(history.asOf(position));
    }

    @Override
    public String edition() {
        return history.edition();
    }

    @Override
    public void fold(List<Recorded<Object>> batch, EventBatch events) {
        FactFold fold = new FactFold(LuceneCube.calendar(history.documents()));
        history.fold(
                batch, FactFold::id, (fact, recorded) -> events.evolve(recorded, () -> fold.evolve(fact, recorded)));
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
