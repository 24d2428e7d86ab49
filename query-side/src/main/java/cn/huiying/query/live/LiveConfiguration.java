package cn.huiying.query.live;

import cn.huiying.query.board.CurrentBoard;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/** The live streams. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

    @Bean
    LiveFeed liveFeed(
            EventStore eventStore, ObjectMapper json, CurrentBoard board, LiveSettings settings, InstantSource clock) {
        return new LiveFeed(eventStore, new Notices(json), board, settings, clock);
    }

    /** Stops before the web server does, which knows nothing of the streams and would leave them until it ends itself. */
    @Bean
    SmartLifecycle liveFeedLifecycle(LiveFeed feed) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                feed.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                feed.stop();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
