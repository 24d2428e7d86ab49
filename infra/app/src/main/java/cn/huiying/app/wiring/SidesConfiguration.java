package cn.huiying.app.wiring;

import cn.huiying.command.CommandSideConfiguration;
import cn.huiying.query.QuerySideConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** One process, the command side alone, or the query side alone: {@code huiying.side}. */
@Configuration(proxyBeanMethods = false)
class SidesConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${huiying.side}' != 'query'")
    @Import(CommandSideConfiguration.class)
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${huiying.side}' != 'command'")
    @Import(QuerySideConfiguration.class)
    static class QuerySide {}
}
