package cn.huiying.query.supervision;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of supervision: orders, proposals, instructions and media leads. */
@Configuration(proxyBeanMethods = false)
public class SupervisionOrdersConfiguration {

    @Bean
    ListedOrders listedOrders(MongoDatabase database) {
        return new MongoListedOrders(database);
    }

    @Bean
    ListedProposals listedProposals(MongoDatabase database) {
        return new MongoListedProposals(database);
    }

    @Bean
    ListedInstructions listedInstructions(MongoDatabase database) {
        return new MongoListedInstructions(database);
    }

    @Bean
    ListedLeads listedLeads(MongoDatabase database) {
        return new MongoListedLeads(database);
    }

    @Bean
    SupervisionOrdersProjection supervisionOrdersProjection(
            ListedOrders orders, ListedProposals proposals, ListedInstructions instructions, ListedLeads leads) {
        return new SupervisionOrdersProjection(orders, proposals, instructions, leads);
    }

    @Bean
    SupervisedAgencies supervisedAgencies(ListedOrders orders) {
        return new SupervisedAgencies(orders);
    }
}
