package cn.huiying.query.enterprise;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The officers' list of enterprises. */
@Configuration(proxyBeanMethods = false)
public class EnterprisesConfiguration {

    @Bean
    ListedEnterprises listedEnterprises(MongoDatabase database) {
        return new MongoListedEnterprises(database);
    }

    @Bean
    EnterprisesProjection enterprisesProjection(ListedEnterprises enterprises) {
        return new EnterprisesProjection(enterprises);
    }
}
