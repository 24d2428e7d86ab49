package cn.huiying.query.supervision;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of supervision orders. */
@Configuration(proxyBeanMethods = false)
public class SupervisionOrdersConfiguration {

    @Bean
    ListedOrders listedOrders(MongoDatabase database) {
        return new MongoListedOrders(database);
    }

    @Bean
    SupervisionOrdersProjection supervisionOrdersProjection(ListedOrders orders) {
        return new SupervisionOrdersProjection(orders);
    }
}
