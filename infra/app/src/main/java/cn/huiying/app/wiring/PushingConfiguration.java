package cn.huiying.app.wiring;

import cn.huiying.command.policy.PolicyReactionsConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pushes policies while the platform runs; several command nodes may, since nothing is done twice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
@ConditionalOnExpression("'${huiying.side}' != 'query'")
@Import(PolicyReactionsConfiguration.class)
class PushingConfiguration {

    @Bean
    PolicyReactionsConfiguration.PolicyReactionsFile policyReactionsFile(PlatformProperties properties) {
        return new PolicyReactionsConfiguration.PolicyReactionsFile(
                properties.data().resolve("policy-reactions.sqlite"));
    }
}
