package cn.huiying.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class LiveFeedTest {

    private final LiveFeed feed = new LiveFeed(
            EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine())
                    .build(),
            new Notices(JsonMapper.builder().build()),
            null,
            new LiveSettings(Duration.ofMillis(100), Duration.ofMillis(200), 1, 1, 10, 10),
            () -> Instant.EPOCH);

    private static Subscriber subscriber() {
        return new Subscriber("1.2.3.4", new Topic.Publications(), null);
    }

    @AfterEach
    void stop() {
        feed.stop();
        feed.close();
    }

    /** Such as where the client has gone before its request is over. */
    @Test
    void a_place_is_free_again_where_the_line_never_opens() throws InterruptedException {
        feed.start();
        Subscriber hasty = subscriber();
        feed.admit(hasty);
        feed.subscribe(hasty, OptionalLong.empty());
        assertThatExceptionOfType(TooManySubscribers.class).isThrownBy(() -> feed.admit(subscriber()));
        while (feed.subscribers("public") > 0) {
            Thread.sleep(10);
        }
        feed.admit(subscriber());
        assertThat(feed.subscribers("public")).isEqualTo(1);
    }

    @Test
    void no_place_stays_taken_when_the_node_stops() {
        feed.start();
        feed.admit(subscriber());
        feed.stop();
        assertThat(feed.subscribers("public")).isZero();
        feed.start();
        feed.admit(subscriber());
    }
}
