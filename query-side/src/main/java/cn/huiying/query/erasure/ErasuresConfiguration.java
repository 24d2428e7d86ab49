package cn.huiying.query.erasure;

import cn.huiying.query.common.MongoReadModel;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of erasures. */
@Configuration(proxyBeanMethods = false)
public class ErasuresConfiguration {

    @Bean
    MongoReadModel erasuresReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                ErasuresProjection.NAME,
                database,
                documentTokens,
                List.of(MongoListedErasures.COLLECTION),
                collections -> new ErasuresProjection(new MongoListedErasures(collections)));
    }

    @Bean
    ListedErasures listedErasures(MongoReadModel erasuresReadModel) {
        return new MongoListedErasures(erasuresReadModel.collections());
    }

    @Bean
    ErasuresProjection erasuresProjection(MongoReadModel erasuresReadModel) {
        return (ErasuresProjection) erasuresReadModel.projection();
    }
}
