package cn.huiying.query.workqueue;

import cn.huiying.shared.privacy.Vault;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues. */
@Configuration(proxyBeanMethods = false)
public class WorkQueueConfiguration {

    @Bean
    WorkItems workItems(MongoDatabase database) {
        return new MongoWorkItems(database);
    }

    @Bean
    WorkQueueProjection workQueueProjection(WorkItems items) {
        return new WorkQueueProjection(items);
    }

    @Bean
    Workload workload(WorkItems items, Vault vault) {
        return new Workload(items, vault);
    }
}
