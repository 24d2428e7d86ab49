package cn.huiying.app.wiring;

import cn.huiying.command.erasure.ErasureReactionsConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Destroys keys while the platform runs; several command nodes may, since nothing is done twice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
@ConditionalOnExpression("'${huiying.side}' != 'query'")
@Import(ErasureReactionsConfiguration.class)
class ErasingConfiguration {

    @Bean
    ErasureReactionsConfiguration.ErasureReactionsFile erasureReactionsFile(PlatformProperties properties) {
        return new ErasureReactionsConfiguration.ErasureReactionsFile(
                properties.data().resolve("erasure-reactions.sqlite"));
    }
}
