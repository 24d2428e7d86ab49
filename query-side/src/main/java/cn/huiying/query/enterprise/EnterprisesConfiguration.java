package cn.huiying.query.enterprise;

import cn.huiying.query.common.MongoReadModel;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The officers' list of enterprises. */
@Configuration(proxyBeanMethods = false)
public class EnterprisesConfiguration {

    @Bean
    MongoReadModel enterprisesReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                EnterprisesProjection.NAME,
                database,
                documentTokens,
                List.of(MongoListedEnterprises.COLLECTION),
                collections -> new EnterprisesProjection(new MongoListedEnterprises(collections)));
    }

    @Bean
    ListedEnterprises listedEnterprises(MongoReadModel enterprisesReadModel) {
        return new MongoListedEnterprises(enterprisesReadModel.collections());
    }

    @Bean
    EnterprisesProjection enterprisesProjection(MongoReadModel enterprisesReadModel) {
        return (EnterprisesProjection) enterprisesReadModel.projection();
    }
}
