package cn.huiying.query.directory;

import cn.huiying.query.common.MongoReadModel;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory of agencies. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    @Bean
    MongoReadModel directoryReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                AgencyDirectoryProjection.NAME,
                database,
                documentTokens,
                List.of(MongoAgencyDirectory.COLLECTION),
                collections -> new AgencyDirectoryProjection(new MongoAgencyDirectory(collections)));
    }

    @Bean
    AgencyDirectory agencyDirectory(MongoReadModel directoryReadModel) {
        return new MongoAgencyDirectory(directoryReadModel.collections());
    }

    @Bean
    AgencyDirectoryProjection agencyDirectoryProjection(AgencyDirectory agencyDirectory) {
        // The one that is asked: it has to know when names change.
        return new AgencyDirectoryProjection(agencyDirectory);
    }
}
