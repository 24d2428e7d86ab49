package cn.huiying.query.supervision;

import cn.huiying.query.common.MongoReadModel;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of supervision: orders, proposals, instructions and media leads. */
@Configuration(proxyBeanMethods = false)
public class SupervisionOrdersConfiguration {

    @Bean
    MongoReadModel supervisionOrdersReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                SupervisionOrdersProjection.NAME,
                database,
                documentTokens,
                List.of(
                        MongoListedOrders.COLLECTION,
                        MongoListedProposals.COLLECTION,
                        MongoListedInstructions.COLLECTION,
                        MongoListedLeads.COLLECTION),
                collections -> new SupervisionOrdersProjection(
                        new MongoListedOrders(collections),
                        new MongoListedProposals(collections),
                        new MongoListedInstructions(collections),
                        new MongoListedLeads(collections)));
    }

    @Bean
    ListedOrders listedOrders(MongoReadModel supervisionOrdersReadModel) {
        return new MongoListedOrders(supervisionOrdersReadModel.collections());
    }

    @Bean
    ListedProposals listedProposals(MongoReadModel supervisionOrdersReadModel) {
        return new MongoListedProposals(supervisionOrdersReadModel.collections());
    }

    @Bean
    ListedInstructions listedInstructions(MongoReadModel supervisionOrdersReadModel) {
        return new MongoListedInstructions(supervisionOrdersReadModel.collections());
    }

    @Bean
    ListedLeads listedLeads(MongoReadModel supervisionOrdersReadModel) {
        return new MongoListedLeads(supervisionOrdersReadModel.collections());
    }

    @Bean
    SupervisionOrdersProjection supervisionOrdersProjection(MongoReadModel supervisionOrdersReadModel) {
        return (SupervisionOrdersProjection) supervisionOrdersReadModel.projection();
    }

    @Bean
    SupervisedAgencies supervisedAgencies(ListedOrders orders) {
        return new SupervisedAgencies(orders);
    }
}
