package cn.huiying.command.erasure;

import cn.huiying.shared.erasure.FindPetitionsInHand;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erasures of personal data. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {

    @Bean
    PetitionsInHand petitionsInHand(QueryGateway queries) {
        return author -> queries.query(new FindPetitionsInHand(author), ResponseTypes.multipleInstancesOf(String.class))
                .join();
    }
}
