package cn.huiying.command.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class KnownStreamsTest {

    private int read;
    private final EventStore log =
            new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine())) {
                @Override
                public DomainEventStream readEvents(String stream, long first) {
                    DomainEventStream events = super.readEvents(stream, first);
                    return DomainEventStream.of(events.asStream().peek(event -> read++), () -> 0L);
                }
            };
    private final KnownStreams<String, String> streams = new KnownStreams<>(log, String.class, "", String::concat);

    private void append(String stream, long sequence, Object payload) {
        log.publish(List.of(new GenericDomainEventMessage<>("Text", stream, sequence, payload)));
    }

    @Test
    void an_empty_stream_is_the_initial_state_until_its_first_event() {
        assertThat(streams.state("a")).isEmpty();
        append("a", 0, "x");
        assertThat(streams.state("a")).isEqualTo("x");
    }

    @Test
    void a_call_sees_what_was_committed_before_it_and_reads_no_event_twice() {
        append("a", 0, "x");
        append("a", 1, "y");
        assertThat(streams.state("a")).isEqualTo("xy");
        append("a", 2, "z");
        assertThat(streams.state("a")).isEqualTo("xyz");
        assertThat(streams.state("a")).isEqualTo("xyz");
        assertThat(read).isEqualTo(3);
    }

    @Test
    void events_of_other_types_are_passed_over_once() {
        append("a", 0, 7);
        append("a", 1, "x");
        assertThat(streams.state("a")).isEqualTo("x");
        assertThat(streams.state("b")).isEmpty();
        assertThat(streams.state("a")).isEqualTo("x");
        assertThat(read).isEqualTo(2);
    }
}
