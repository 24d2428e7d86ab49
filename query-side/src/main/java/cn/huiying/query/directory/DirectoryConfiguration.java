package cn.huiying.query.directory;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory of agencies. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    @Bean
    AgencyDirectory agencyDirectory(MongoDatabase database) {
        return new MongoAgencyDirectory(database);
    }

    @Bean
    AgencyDirectoryProjection agencyDirectoryProjection(AgencyDirectory directory) {
        return new AgencyDirectoryProjection(directory);
    }
}
