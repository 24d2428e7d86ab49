package cn.huiying.app.wiring;

import cn.huiying.command.shipping.ShippingTimeRules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar and the policy that ship with the platform are in the log before anybody can ask for a deadline. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${huiying.side}' != 'query'")
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
class TimeRulesConfiguration {

    /** The framework's handlers are registered in earlier phases. */
    private static final int BEFORE_THE_WEB_SERVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    @Bean
    SmartLifecycle timeRules(ShippingTimeRules shipping) {
        return new SmartLifecycle() {

            private volatile boolean shipped;

            @Override
            public void start() {
                shipping.ship();
                shipped = true;
            }

            @Override
            public void stop() {
                shipped = false;
            }

            @Override
            public boolean isRunning() {
                return shipped;
            }

            @Override
            public int getPhase() {
                return BEFORE_THE_WEB_SERVER;
            }
        };
    }
}
