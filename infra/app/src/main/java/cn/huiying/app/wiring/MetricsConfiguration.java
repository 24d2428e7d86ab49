package cn.huiying.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The framework's meters for the command and query buses. Not for events: its monitors look up seven meters anew for each
 * event in each projection, a sixth of a replay, and tell less than the projections' positions and lags and the store's
 * append times, which are measured for whole batches.
 */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    GlobalMetricRegistry globalMetricRegistry(MeterRegistry meters) {
        return new GlobalMetricRegistry(meters) {
            @Override
            public MessageMonitor<? super EventMessage<?>> registerEventProcessor(String name) {
                return NoOpMessageMonitor.instance();
            }

            @Override
            public MessageMonitor<? super EventMessage<?>> registerEventBus(String name) {
                return NoOpMessageMonitor.instance();
            }
        };
    }
}
