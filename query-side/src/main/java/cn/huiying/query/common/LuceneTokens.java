package cn.huiying.query.common;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** The token of the one processor that writes an index, kept in the index's own commit. */
class LuceneTokens extends OwnTokens {

    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";
    private static final String PARKED = "parked";

    private final IndexWriter writer;
    private final String schema;
    private String parked = "";

    /** @param schema how the documents are written; stands in the commit beside the token */
    LuceneTokens(IndexWriter writer, String schema) throws IOException {
        this.writer = writer;
        this.schema = schema;
        if (writer.getLiveCommitData() != null) {
            for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
                switch (entry.getKey()) {
                    case POSITION -> continueAt(Long.parseLong(entry.getValue()));
                    case PARKED -> parked = entry.getValue();
                    default -> {}
                }
            }
        }
    }

    /** Whether an index's last commit was written this way; what was written otherwise has to be written again. */
    static boolean isOfSchema(Directory directory, String schema) throws IOException {
        return schema.equals(
                SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA));
    }

    @Override
    protected void keep(long reached) {
        writer.setLiveCommitData(
                Map.of(POSITION, "" + reached, SCHEMA, schema, PARKED, parked).entrySet());
    }

    synchronized String parked() {
        return parked;
    }

    /** Kept with the next commit, like the token. */
    synchronized void park(String letters) {
        parked = letters;
        keep(position());
    }
}
