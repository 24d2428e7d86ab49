package cn.huiying.app.wiring;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The document store of the read models: a MongoDB by its URI, or the embedded server. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final String DATABASE = "huiying";

    /** Where no MongoDB is named. */
    static class NoUri implements org.springframework.context.annotation.Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("huiying.mongodb-uri", "")
                    .isEmpty();
        }
    }

    /** In memory, on a loopback port: it is filled again from the log at each start, together with its tokens. */
    @Bean(destroyMethod = "shutdownNow")
    @Conditional(NoUri.class)
    MongoServer embeddedMongo() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind();
        return server;
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(PlatformProperties properties, ObjectProvider<MongoServer> embedded) {
        MongoServer server = embedded.getIfAvailable();
        return MongoClients.create(server == null ? properties.mongodbUri() : server.getConnectionString());
    }

    @Bean
    MongoDatabase mongoDatabase(PlatformProperties properties, MongoClient client) {
        String named =
                properties.mongodbUri().isEmpty() ? null : new ConnectionString(properties.mongodbUri()).getDatabase();
        return client.getDatabase(named == null ? DATABASE : named);
    }

    /**
     * Queues of the past are folded into a store of this process alone, whatever the read models are in: nodes do not see each other's,
     * and nothing is left behind.
     */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    @Lazy
    MongoServer pastServer() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind();
        return server;
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Lazy
    MongoClient pastClient(@Qualifier("pastServer") MongoServer server) {
        return MongoClients.create(server.getConnectionString());
    }

    @Bean(defaultCandidate = false)
    @Lazy
    MongoDatabase pastQueues(@Qualifier("pastClient") MongoClient client) {
        return client.getDatabase("past");
    }

    /** Tokens live with the documents: in memory with those of the embedded server, which vanish and come back together. */
    @Bean
    TokenStore documentTokens(
            MongoClient client, MongoDatabase database, Serializer serializer, ObjectProvider<MongoServer> embedded) {
        if (embedded.getIfAvailable() != null) {
            return new InMemoryTokenStore();
        }
        MongoTemplate template = DefaultMongoTemplate.builder()
                .mongoDatabase(client, database.getName())
                .trackingTokensCollectionName("projection_tokens")
                .build();
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(serializer)
                .ensureIndexes(true)
                .build();
    }
}
