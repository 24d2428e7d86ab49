package cn.huiying.query.workqueue;

import cn.huiying.query.common.MongoReadModel;
import cn.huiying.shared.privacy.Vault;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The queues. */
@Configuration(proxyBeanMethods = false)
public class WorkQueueConfiguration {

    @Bean
    MongoReadModel workQueueReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                WorkQueueProjection.NAME,
                database,
                documentTokens,
                List.of(MongoWorkItems.COLLECTION),
                collections -> new WorkQueueProjection(new MongoWorkItems(collections)));
    }

    /** Opened when somebody first looks back. */
    @Bean
    @Lazy
    MongoPastWorkItems pastWorkItems(EventStore eventStore, @Qualifier("pastQueues") MongoDatabase database) {
        return new MongoPastWorkItems(eventStore, database);
    }

    @Bean
    WorkItems workItems(MongoReadModel workQueueReadModel) {
        return new MongoWorkItems(workQueueReadModel.collections());
    }

    @Bean
    WorkQueueProjection workQueueProjection(MongoReadModel workQueueReadModel) {
        return (WorkQueueProjection) workQueueReadModel.projection();
    }

    @Bean
    Workload workload(WorkItems items, Vault vault) {
        return new Workload(items, vault);
    }
}
