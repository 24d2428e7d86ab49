package cn.huiying.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    private static final Topic TOPIC = new Topic.Publications();

    private final Subscriber subscriber = new Subscriber("1.2.3.4", TOPIC, Instant.EPOCH);

    private static Notice notice(long position) {
        return new Notice(position, Set.of(TOPIC), new byte[0]);
    }

    private static byte[] plain() {
        return Frames.heartbeat();
    }

    private boolean beat(long upTo) {
        return subscriber.heartbeat(upTo, plain(), Frames.heartbeat(upTo));
    }

    private String text() {
        return new String(subscriber.poll().frame(), StandardCharsets.UTF_8);
    }

    @Test
    void what_it_has_had_already_does_not_wait_again() {
        subscriber.open(5, false, Frames.opening());
        subscriber.poll();
        assertThat(subscriber.offer(notice(5))).isTrue();
        assertThat(subscriber.offer(notice(6))).isTrue();
        assertThat(subscriber.offer(notice(6))).isTrue();
        assertThat(subscriber.poll().position()).isEqualTo(6);
        assertThat(subscriber.poll()).isNull();
    }

    @Test
    void what_time_alone_has_changed_waits_at_the_position_where_it_is() {
        subscriber.open(5, false, Frames.opening());
        subscriber.poll();
        assertThat(subscriber.add(notice(5))).isTrue();
        assertThat(subscriber.poll().position()).isEqualTo(5);
        assertThat(subscriber.position()).isEqualTo(5);
    }

    @Test
    void no_more_waits_than_it_may_and_what_it_refused_it_takes_later() {
        subscriber.open(0, false, Frames.opening());
        long position = 1;
        while (subscriber.offer(notice(position))) {
            position++;
        }
        assertThat(position).isEqualTo(Subscriber.MOST_WAITING);
        assertThat(subscriber.position()).isEqualTo(position - 1);
        subscriber.poll();
        assertThat(subscriber.offer(notice(position))).isTrue();
    }

    @Test
    void a_heartbeat_moves_the_position_on_once_and_never_past_what_waits() {
        subscriber.open(5, true, Frames.openingAt(5));
        assertThat(beat(7)).as("the opening waits").isFalse();
        subscriber.poll();
        assertThat(beat(5)).isTrue();
        assertThat(text()).isEqualTo(": heartbeat\n\n");
        assertThat(beat(7)).isTrue();
        assertThat(text()).isEqualTo(": heartbeat\nid: 7\n\n");
        assertThat(beat(7)).isTrue();
        assertThat(text()).isEqualTo(": heartbeat\n\n");
    }

    @Test
    void a_heartbeat_does_not_lead_back_whoever_is_ahead_of_this_node() {
        subscriber.open(9, false, Frames.opening());
        subscriber.poll();
        assertThat(beat(7)).isTrue();
        assertThat(text()).isEqualTo(": heartbeat\n\n");
        assertThat(subscriber.position()).isEqualTo(9);
    }

    @Test
    void it_is_over_from_the_moment_its_token_expires() {
        assertThat(subscriber.isOver(Instant.EPOCH.minusNanos(1))).isFalse();
        assertThat(subscriber.isOver(Instant.EPOCH)).isTrue();
        assertThat(new Subscriber("1.2.3.4", TOPIC, null).isOver(Instant.MAX)).isFalse();
    }

    @Test
    void who_takes_nothing_of_what_waits_is_known_after_a_while() {
        subscriber.open(0, false, Frames.opening());
        assertThat(subscriber.takesNothing(0, 10)).isFalse();
        assertThat(subscriber.takesNothing(10, 10)).isFalse();
        assertThat(subscriber.takesNothing(11, 10)).isTrue();
        subscriber.offer(notice(1));
        subscriber.poll();
        assertThat(subscriber.takesNothing(12, 10)).as("it took something").isFalse();
        assertThat(subscriber.takesNothing(23, 10)).isTrue();
        subscriber.poll();
        assertThat(subscriber.takesNothing(24, 10)).isFalse();
        assertThat(subscriber.takesNothing(90, 10)).as("nothing waits").isFalse();
        subscriber.offer(notice(2));
        assertThat(subscriber.takesNothing(91, 10))
                .as("what waits came just now")
                .isFalse();
    }
}
