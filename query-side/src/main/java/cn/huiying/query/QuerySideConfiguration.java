package cn.huiying.query;

import cn.huiying.query.common.Cursors;
import cn.huiying.shared.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The query side's one public door: its read models and REST doors. The application gives it an event store, a Mongo database,
 * a vault and the settings of the listing, and runs its event processors.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySideConfiguration {

    @Bean
    Cursors cursors(Vault vault) {
        return new Cursors(vault);
    }
}
