package cn.huiying.app.wiring;

import cn.huiying.query.live.LiveFeed;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The framework's meters for the command and query buses. Not for events: its monitors look up seven meters anew for each
 * event in each projection, a sixth of a replay, and tell less than the projections' positions and lags and the store's
 * append times, which are measured for whole batches. Beside them the meters of the live streams.
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

    @Bean
    MeterBinder liveMeters(ObjectProvider<LiveFeed> feeds) {
        return meters -> feeds.ifAvailable(feed -> {
            for (String stream : LiveFeed.STREAMS) {
                Gauge.builder("huiying.live.subscribers", feed, live -> live.subscribers(stream))
                        .description("Subscribers of a live stream now")
                        .tag("stream", stream)
                        .register(meters);
                FunctionCounter.builder("huiying.live.delivered", feed, live -> live.delivered(stream))
                        .description("Events written to the subscribers of a live stream")
                        .tag("stream", stream)
                        .register(meters);
            }
            FunctionCounter.builder("huiying.live.resets", feed, LiveFeed::resets)
                    .description("Subscribers that came with a position which could not be served")
                    .register(meters);
            Gauge.builder("huiying.live.position", feed, LiveFeed::position)
                    .description("Position of the last event that was fanned out")
                    .register(meters);
        });
    }
}
