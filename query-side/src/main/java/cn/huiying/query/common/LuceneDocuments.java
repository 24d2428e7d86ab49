package cn.huiying.query.common;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A read model's documents in a Lucene index of this node's own, each whole beside the fields it is found and counted by. Safe
 * for many readers and one writer.
 *
 * @param <T> the document
 */
public class LuceneDocuments<T> implements LuceneSource<T>, Closeable {

    private static final Logger log = LoggerFactory.getLogger(LuceneDocuments.class);

    private static final String ID = "id";
    private static final String DOCUMENT = "document";

    /** Between which positions a document held, where it is one of several versions: digested with it. */
    static final String INTERVAL = "interval";

    /** How a document is kept. */
    public interface Form<T> {

        Class<T> type();

        /** What no other document has. */
        String id(T document);

        /** Adds the fields that the document is found and counted by. */
        void index(T document, Document fields);
    }

    /** A question to one state of the index. */
    public interface Reading<R> {
        R from(IndexSearcher searcher) throws IOException;
    }

    /** What is done with the matches of one segment. */
    public interface Segment {
        void visit(LeafReaderContext segment, DocIdSetIterator matches) throws IOException;
    }

    private final ObjectMapper json = JsonMapper.builder().build();
    private final GenerationFolders folders;
    private final String schema;
    private final Supplier<IndexWriterConfig> config;
    private final Form<T> form;
    private volatile Index live;
    /** Null where what is written is read at once. */
    private WriteBehind<T> behind;

    /** One generation of the documents. */
    private final class Index implements Closeable {

        private final int generation;
        private final Directory directory;
        private final IndexWriter writer;
        private final SearcherManager searchers;
        private final LuceneTokens tokens;
        /** What was there has not changed since. */
        private final long openedAt;

        private volatile long changedAt;

        Index(int generation) {
            this.generation = generation;
            Path folder = folders.of(generation);
            try {
                // Each refresh makes a small segment that is soon merged away: those need no files before the next
                // commit.
                directory = new NRTCachingDirectory(FSDirectory.open(folder), 4, 32);
                boolean again = DirectoryReader.indexExists(directory) && !LuceneTokens.isOfSchema(directory, schema);
                if (again) {
                    log.info("The index in {} is of an earlier form; it is built again from the log", folder);
                }
                writer = new IndexWriter(
                        directory, config.get().setOpenMode(again ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND));
                searchers = new SearcherManager(writer, null);
                tokens = new LuceneTokens(writer, schema);
                openedAt = tokens.position();
                changedAt = openedAt;
            } catch (IOException e) {
                throw new UncheckedIOException("The index in " + folder + " can't be opened", e);
            }
        }

        @Override
        public void close() throws IOException {
            searchers.close();
            writer.close();
            directory.close();
        }
    }

    /**
     * @param schema how documents are written: an index of another schema is written again from the log
     * @param config made anew for each generation
     * @throws UncheckedIOException where the folder can't be used or is in use by another process
     */
    public LuceneDocuments(Path folder, String schema, Supplier<IndexWriterConfig> config, Form<T> form) {
        this(new GenerationFolders(folder), schema, config, form);
        folders.deleteAllBut(folders.live());
        live = new Index(folders.live());
    }

    private LuceneDocuments(
            GenerationFolders folders, String schema, Supplier<IndexWriterConfig> config, Form<T> form) {
        this.folders = folders;
        this.schema = schema;
        this.config = config;
        this.form = form;
    }

    /** Empty documents of the same form in a folder of their own, which nobody sees before they {@linkplain #takeOver take over}. */
    LuceneDocuments<T> beside() {
        LuceneDocuments<T> beside = new LuceneDocuments<>(folders, schema, config, form);
        folders.deleteAllBut(live.generation);
        beside.live = beside.new Index(live.generation + 1);
        beside.behind = new WriteBehind<>(beside::written, (changed, removed) -> beside.write(changed), form::id);
        return beside;
    }

    /** These become what everybody reads, also after a crash at any moment; who reads the former ones now reads them to the end. */
    synchronized void takeOver(LuceneDocuments<T> beside) {
        beside.flush();
        beside.commit();
        folders.becomesLive(beside.live.generation);
        Index former = live;
        live = beside.live;
        try {
            former.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The former index can't be closed", e);
        }
        folders.deleteAllBut(live.generation);
    }

    /** Of documents that have not taken over. */
    void drop(LuceneDocuments<T> beside) {
        try {
            beside.close();
        } catch (IOException e) {
            log.warn("A half-built index can't be closed; it is deleted at the next start", e);
        }
        folders.deleteAllBut(live.generation);
    }

    @Override
    public <R> R read(Reading<R> reading) {
        // Whoever searches finds everything, a projection in its own generation, too.
        flush();
        return readWritten(reading);
    }

    private <R> R readWritten(Reading<R> reading) {
        try {
            IndexSearcher searcher = acquire();
            try {
                return reading.from(searcher);
            } finally {
                searcher.getIndexReader().decRef();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be read", e);
        }
    }

    private IndexSearcher acquire() throws IOException {
        while (true) {
            Index index = live;
            try {
                return index.searchers.acquire();
            } catch (AlreadyClosedException e) {
                if (index == live) {
                    throw e;
                }
                // Another generation has taken over in between.
            }
        }
    }

    /** What is in them now; the digest can be made later, whatever is written meanwhile, and once. */
    Supplier<ContentDigest> content() {
        flush();
        try {
            IndexSearcher searcher = acquire();
            return () -> {
                try {
                    ContentDigest digest = new ContentDigest();
                    eachSegment(searcher, MatchAllDocsQuery.INSTANCE, (segment, matches) -> {
                        StoredFields stored = segment.reader().storedFields();
                        for (int doc = matches.nextDoc();
                                doc != DocIdSetIterator.NO_MORE_DOCS;
                                doc = matches.nextDoc()) {
                            Document document = stored.document(doc);
                            BytesRef bytes = document.getBinaryValue(DOCUMENT);
                            String interval = Objects.requireNonNullElse(document.get(INTERVAL), "");
                            digest.add(
                                    interval,
                                    Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
                        }
                    });
                    searcher.getIndexReader().decRef();
                    return digest;
                } catch (IOException e) {
                    throw new UncheckedIOException("The index can't be read", e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be read", e);
        }
    }

    @Override
    public Query all() {
        return MatchAllDocsQuery.INSTANCE;
    }

    /** Visits the live matches of each segment. */
    public static void eachSegment(IndexSearcher searcher, Query query, Segment visitor) throws IOException {
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

    @Override
    public T document(IndexSearcher searcher, int doc) throws IOException {
        return document(searcher.storedFields(), doc);
    }

    /** The documents that a batch touches, by id. */
    public Map<String, T> load(Collection<String> ids) {
        return behind == null ? written(ids) : behind.load(ids);
    }

    private void flush() {
        if (behind != null) {
            behind.flush();
        }
    }

    private Map<String, T> written(Collection<String> ids) {
        return readWritten(searcher -> {
            Map<String, T> found = new HashMap<>();
            List<BytesRef> terms = ids.stream().map(BytesRef::new).toList();
            eachSegment(searcher, new TermInSetQuery(ID, terms), (segment, matches) -> {
                StoredFields stored = segment.reader().storedFields();
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    T document = document(stored, doc);
                    found.put(form.id(document), document);
                }
            });
            return found;
        });
    }

    T document(StoredFields stored, int doc) throws IOException {
        BytesRef bytes = stored.document(doc).getBinaryValue(DOCUMENT);
        return json.readValue(bytes.bytes, bytes.offset, bytes.length, form.type());
    }

    /**
     * Writes documents and lets every reader see them from then on.
     *
     * @param position of the last event that is in them
     */
    public void save(Collection<? extends T> documents, long position) {
        if (behind != null) {
            behind.write(documents, List.of());
            return;
        }
        Index index = live;
        write(documents);
        // After the refresh: whoever sees the new position sees the new documents.
        if (!documents.isEmpty()) {
            index.changedAt = position;
        }
    }

    private void write(Collection<? extends T> documents) {
        Index index = live;
        try {
            for (T document : documents) {
                index.writer.updateDocument(new Term(ID, form.id(document)), fields(document));
            }
            index.searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be written", e);
        }
    }

    Document fields(T document) {
        Document fields = new Document();
        fields.add(new StringField(ID, form.id(document), Field.Store.NO));
        form.index(document, fields);
        // Stored, for stored fields are compressed, those of neighbours together.
        fields.add(new StoredField(DOCUMENT, json.writeValueAsBytes(document)));
        return fields;
    }

    /**
     * Writes documents, each block in place of what has its key in a field, and lets every reader see them from then on. A commit has
     * all of them or none.
     */
    synchronized void replace(String field, Map<String, List<Document>> blocks) {
        Index index = live;
        try {
            for (Map.Entry<String, List<Document>> block : blocks.entrySet()) {
                index.writer.updateDocuments(new Term(field, block.getKey()), block.getValue());
            }
            index.searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be written", e);
        }
    }

    /** While it is the same, so is every answer: it follows from the last event that changed a document, and the generation. */
    public long changedAt() {
        Index index = live;
        return stamp(index, index.changedAt);
    }

    /** The same of some of the documents, whose last change since they were opened is known to the caller. */
    public long changedAt(long position) {
        Index index = live;
        return stamp(index, Math.max(index.openedAt, position));
    }

    /**
     * While it is the same, so is what the documents were at any position that they have reached: it tells their form, the generation
     * and what is held back. A stop changes nothing of it.
     */
    String edition() {
        Index index = live;
        return schema + "\n" + index.generation + "\n" + index.tokens.parked();
    }

    /** Another generation may hold something else at the same position; positions have no more than 48 bits. */
    private static long stamp(LuceneDocuments<?>.Index index, long position) {
        return ((long) index.generation << 48) + position;
    }

    /** Keeps the processor's token with the documents, so that they never disagree. */
    public TokenStore tokens() {
        return live.tokens;
    }

    /** What is kept beside the token; empty at first. */
    String parked() {
        return live.tokens.parked();
    }

    void park(String letters) {
        live.tokens.park(letters);
    }

    /** Puts on disk what was written since the last time; a crash before that only costs reading the log again. */
    public synchronized void commit() {
        try {
            live.writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("The index can't be committed", e);
        }
    }

    @Override
    public void close() throws IOException {
        live.close();
    }
}
