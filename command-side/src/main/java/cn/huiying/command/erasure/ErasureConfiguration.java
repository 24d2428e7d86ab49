package cn.huiying.command.erasure;

import cn.huiying.command.dossier.CommandCheck;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erasures of personal data. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {

    @Bean
    CommandCheck noPetitionInHand(QueryGateway queries) {
        return new NoPetitionInHand(queries);
    }
}
