package cn.huiying.query.workqueue;

import cn.huiying.query.common.MongoReadModel;
import cn.huiying.shared.privacy.Vault;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
