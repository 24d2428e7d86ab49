package cn.huiying.app.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.MongoCollections;
import cn.huiying.query.common.MongoReadModel;
import cn.huiying.query.common.ReadModel.Beside;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoReadModelTest {

    private static final String CASES = "cases";

    private final InMemoryTokenStore tokens = new InMemoryTokenStore();
    private MongoServer server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void open() {
        server = new MongoServer(new MemoryBackend());
        server.bind();
        client = MongoClients.create(server.getConnectionString());
        database = client.getDatabase("documents");
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    /** As the platform does at a start. */
    private MongoReadModel start() {
        return new MongoReadModel(CASES, database, tokens, List.of(CASES), collections -> collections);
    }

    private static void write(Object projection, String title) {
        ((MongoCollections) projection)
                .write(CASES, List.of(new Document("_id", "1").append("title", title)), Set.of());
    }

    private static void rebuild(MongoReadModel model, String title) {
        Beside beside = model.beside();
        write(beside.projection(), title);
        // The platform stops before anybody deletes the former one.
        beside.takeOver().get();
    }

    @Test
    void however_many_generations_a_stop_has_left_only_the_one_that_is_read_is_there_after_the_next_start() {
        MongoReadModel model = start();
        write(model.projection(), "first");
        rebuild(model, "second");
        rebuild(model, "third");
        rebuild(model, "fourth");
        MongoCollections halfBuilt = (MongoCollections) model.beside().projection();
        write(halfBuilt, "half-built");
        // Whoever searches has it written.
        assertThat(halfBuilt.get(CASES).countDocuments()).isEqualTo(1);

        MongoReadModel again = start();

        assertThat(again.collections().load(CASES, Set.of("1")).get("1").getString("title"))
                .isEqualTo("fourth");
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("generations", "cases_generation_3");
    }
}
