package cn.huiying.query.common;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;

/**
 * The token of the one processor that writes an index, kept in the index's own commit. The index has one segment of work and
 * belongs to one process, so nothing has to be claimed.
 */
class LuceneTokens implements TokenStore {

    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";

    private final IndexWriter writer;
    private final String schema;
    private boolean initialized;
    private long position;

    /** @param schema how the documents are written; stands in the commit beside the token */
    LuceneTokens(IndexWriter writer, String schema) throws IOException {
        this.writer = writer;
        this.schema = schema;
        if (writer.getLiveCommitData() != null) {
            for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
                if (entry.getKey().equals(POSITION)) {
                    initialized = true;
                    position = Long.parseLong(entry.getValue());
                }
            }
        }
    }

    /** Whether an index's last commit was written this way; what was written otherwise has to be written again. */
    static boolean isOfSchema(Directory directory, String schema) throws IOException {
        return schema.equals(
                SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA));
    }

    synchronized long position() {
        return position;
    }

    @Override
    public synchronized void initializeTokenSegments(String processorName, int segmentCount, TrackingToken initial) {
        if (initialized || segmentCount != 1) {
            throw new UnableToInitializeTokenException("The index has one segment, and it has its token already");
        }
        initialized = true;
        keep(initial);
    }

    @Override
    public synchronized void storeToken(TrackingToken token, String processorName, int segment) {
        keep(token);
    }

    private void keep(TrackingToken token) {
        position = token == null ? 0 : token.position().orElse(0);
        writer.setLiveCommitData(Map.of(POSITION, "" + position, SCHEMA, schema).entrySet());
    }

    @Override
    public synchronized TrackingToken fetchToken(String processorName, int segment) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // Nothing is claimed.
    }

    @Override
    public synchronized void deleteToken(String processorName, int segment) {
        initialized = false;
        keep(null);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public synchronized int[] fetchSegments(String processorName) {
        return initialized ? new int[] {0} : new int[0];
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("lucene");
    }
}
