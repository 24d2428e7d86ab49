package cn.huiying.query.common;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A read model whose documents are in MongoDB. The first generation has the collections and the token by their plain names, each
 * other one by names with its number. One document says which of them is read: with it the documents and the token change at once.
 */
public final class MongoReadModel implements ReadModel {

    private static final String GENERATION = "_generation_";

    private static final int READ_AT_ONCE = 1_000;

    private static final JsonWriterSettings EXTENDED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final String name;
    private final MongoDatabase database;
    private final TokenStore tokens;
    private final List<String> collections;
    private final Function<MongoCollections, Object> projection;
    private volatile Numbered live;

    /**
     * @param tokens      where those of all generations are kept
     * @param collections of the read model, all of them
     */
    public MongoReadModel(
            String name,
            MongoDatabase database,
            TokenStore tokens,
            List<String> collections,
            Function<MongoCollections, Object> projection) {
        this.name = name;
        this.database = database;
        this.tokens = tokens;
        this.collections = collections;
        this.projection = projection;
        Document pointer = generations().find(Filters.eq("_id", name)).first();
        live = new Numbered(pointer == null ? 0 : pointer.getInteger("live"));
        // What a crash left half-built, or what was still read when the platform stopped.
        others().forEach(number -> new Numbered(number).delete());
    }

    /** Generations that may have left something. */
    private Set<Integer> others() {
        Set<Integer> numbers = new TreeSet<>(List.of(live.number - 1, live.number + 1));
        for (String there : database.listCollectionNames()) {
            for (String plain : collections) {
                if (there.equals(plain)) {
                    numbers.add(0);
                } else if (there.startsWith(plain + GENERATION)) {
                    numbers.add(Integer.valueOf(there.substring(plain.length() + GENERATION.length())));
                }
            }
        }
        numbers.remove(live.number);
        return numbers;
    }

    private MongoCollection<Document> generations() {
        return database.getCollection("generations");
    }

    private MongoCollection<Document> letters() {
        return database.getCollection("parked_letters");
    }

    private final class Numbered implements Generation {

        private final int number;
        /** What it is filled through before it is read. */
        private final MongoHeldCollections held = new MongoHeldCollections(this::collection);

        Numbered(int number) {
            this.number = number;
        }

        private String named(String plain) {
            return number == 0 ? plain : plain + GENERATION + number;
        }

        MongoCollection<Document> collection(String plain) {
            return database.getCollection(named(plain));
        }

        @Override
        public Tokens tokens() {
            return new Tokens(tokens, named(name));
        }

        @Override
        public Supplier<ContentDigest> content() {
            held.flush();
            // Read at once, for there is no reading of a moment that is over.
            Map<String, List<RawBsonDocument>> documents = new LinkedHashMap<>();
            for (String plain : collections) {
                documents.put(
                        plain,
                        collection(plain)
                                .withDocumentClass(RawBsonDocument.class)
                                .find()
                                // One answer for all may be longer than an answer may be.
                                .batchSize(READ_AT_ONCE)
                                .into(new ArrayList<>()));
            }
            return () -> {
                ContentDigest digest = new ContentDigest();
                documents.forEach((plain, all) -> all.forEach(
                        document -> digest.add(plain, document.toJson(EXTENDED).getBytes(StandardCharsets.UTF_8))));
                return digest;
            };
        }

        @Override
        public String parked() {
            Document kept = letters().find(Filters.eq("_id", named(name))).first();
            return kept == null ? "" : kept.getString("letters");
        }

        @Override
        public void park(String text) {
            letters()
                    .replaceOne(
                            Filters.eq("_id", named(name)),
                            new Document("_id", named(name)).append("letters", text),
                            new ReplaceOptions().upsert(true));
        }

        void delete() {
            List<String> there = database.listCollectionNames().into(new ArrayList<>());
            collections.stream().map(this::named).filter(there::contains).forEach(plain -> database.getCollection(plain)
                    .drop());
            letters().deleteOne(Filters.eq("_id", named(name)));
            for (int segment : tokens.fetchSegments(named(name))) {
                // Claimed first: only whoever has the claim may delete it.
                tokens.fetchToken(named(name), segment);
                tokens.deleteToken(named(name), segment);
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Of the generation that is read. */
    public MongoCollections collections() {
        return plain -> live.collection(plain);
    }

    /** What fills it. */
    public Object projection() {
        return projection.apply(collections());
    }

    @Override
    public Tokens tokens() {
        return live.tokens();
    }

    @Override
    public Supplier<ContentDigest> content() {
        return live.content();
    }

    @Override
    public String parked() {
        return live.parked();
    }

    @Override
    public void park(String letters) {
        live.park(letters);
    }

    @Override
    public Beside beside() {
        Numbered beside = new Numbered(live.number + 1);
        beside.delete();
        return new Beside(beside, projection.apply(beside.held), () -> takeOver(beside), beside::delete);
    }

    private Former takeOver(Numbered beside) {
        beside.held.flush();
        generations()
                .replaceOne(
                        Filters.eq("_id", name),
                        new Document("_id", name).append("live", beside.number),
                        new ReplaceOptions().upsert(true));
        Numbered former = live;
        live = beside;
        return new Former(() -> former.content().get(), former::delete);
    }
}
