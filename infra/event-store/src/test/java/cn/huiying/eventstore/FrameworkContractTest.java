package cn.huiying.eventstore;

import static cn.huiying.eventstore.Fixtures.JSON;
import static cn.huiying.eventstore.Fixtures.event;
import static cn.huiying.eventstore.Fixtures.plainEvent;
import static cn.huiying.eventstore.Fixtures.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FrameworkContractTest {

    @TempDir
    Path directory;

    private SqliteEventStorageEngine engine;

    @BeforeEach
    void openStore() {
        engine = store(directory.resolve("events.db")).batchSize(10).build();
    }

    @AfterEach
    void closeStore() {
        engine.close();
    }

    @Test
    void an_event_comes_back_as_it_was_stored() {
        DomainEventMessage<?> stored =
                event("a", 0, "路灯坏了 \"quoted\" \u0000 🏮").withMetaData(Map.of("actor", "citizen-7"));
        engine.appendEvents(stored);

        DomainEventMessage<?> read = engine.readEvents("a").next();
        assertThat(read.getPayload()).isEqualTo(stored.getPayload());
        assertThat(read.getMetaData()).isEqualTo(MetaData.with("actor", "citizen-7"));
        assertThat(read.getIdentifier()).isEqualTo(stored.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(stored.getTimestamp());
        assertThat(read.getType()).isEqualTo("Petition");
        assertThat(read.getAggregateIdentifier()).isEqualTo("a");
        assertThat(read.getSequenceNumber()).isZero();
    }

    @Test
    void a_stream_is_read_from_a_sequence_number_on_across_batches() {
        for (int sequence = 0; sequence < 35; sequence++) {
            engine.appendEvents(event("a", sequence));
            engine.appendEvents(event("b", sequence));
        }

        assertThat(engine.readEvents("a", 4).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(4, 35).boxed().toList());
        assertThat(engine.readEvents("a", 35).hasNext()).isFalse();
        assertThat(engine.readEvents("nobody").hasNext()).isFalse();
    }

    @Test
    void the_last_sequence_number_of_a_stream_is_known() {
        assertThat(engine.lastSequenceNumberFor("a")).isEmpty();
        engine.appendEvents(event("a", 0), event("a", 1), event("b", 0));
        assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
    }

    @Test
    void a_snapshot_is_replaced_by_a_newer_one_only() {
        assertThat(engine.readSnapshot("a")).isEmpty();
        engine.storeSnapshot(event("a", 5, "at 5"));
        engine.storeSnapshot(event("a", 9, "at 9"));
        engine.storeSnapshot(event("a", 7, "at 7, late"));

        assertThat(engine.readSnapshot("a")).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
            assertThat(snapshot.getPayload()).isEqualTo(new Fixtures.PetitionFiled("at 9"));
            assertThat(snapshot.getType()).isEqualTo("Petition");
        });
        assertThat(engine.headPosition()).as("a snapshot is not an event").isZero();
    }

    @Test
    void tokens_at_both_ends() {
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createHeadToken()).isNull();
        engine.appendEvents(event("a", 0), event("a", 1));

        assertThat(after(engine.createTailToken())).containsExactly(1L, 2L);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(after(engine.createHeadToken())).isEmpty();
    }

    @Test
    void a_token_at_a_time_stands_before_the_first_event_at_or_after_it_also_where_clocks_ran_back() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        engine.appendEvents(
                at(noon, 0),
                at(noon.plusSeconds(20), 1),
                at(noon.plusSeconds(10), 2),
                at(noon.plusNanos(30_000_000_001L), 3));

        assertThat(after(engine.createTokenAt(noon.minusSeconds(1)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(after(engine.createTokenAt(noon.plusSeconds(5)))).containsExactly(2L, 3L, 4L);
        assertThat(after(engine.createTokenAt(noon.plusSeconds(20)))).containsExactly(2L, 3L, 4L);
        assertThat(after(engine.createTokenAt(noon.plusSeconds(30)))).containsExactly(4L);
        assertThat(engine.createTokenAt(noon.plusSeconds(31))).isEqualTo(engine.createHeadToken());
    }

    private static DomainEventMessage<?> at(Instant time, long sequence) {
        return new GenericDomainEventMessage<>(
                "Petition",
                "a",
                sequence,
                new Fixtures.PetitionFiled("text"),
                MetaData.emptyInstance(),
                "id-" + sequence,
                time);
    }

    @Test
    void a_token_survives_being_stored_as_json() {
        engine.appendEvents(event("a", 0), event("a", 1));
        TrackingToken token =
                engine.readEvents(null, false).findFirst().orElseThrow().trackingToken();

        TrackingToken restored = JSON.deserialize(JSON.serialize(token, String.class));
        assertThat(restored).isEqualTo(token);
        assertThat(after(restored)).containsExactly(2L);
    }

    @Test
    void the_log_is_read_across_batches() {
        for (int number = 0; number < 35; number++) {
            engine.appendEvents(plainEvent(number));
        }
        assertThat(after(null)).hasSize(35);
        assertThat(after(new GlobalSequenceTrackingToken(12)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(13, 35).boxed().toList());
    }

    @Test
    void a_long_stream_is_read_batch_by_batch_as_its_consumer_goes_on() throws Exception {
        for (int sequence = 0; sequence < 15; sequence++) {
            engine.appendEvents(event("a", sequence));
        }
        var ofAggregate = engine.readEvents("a");
        var ofLog = engine.readEvents(null, false).iterator();
        ofAggregate.next();
        ofLog.next();
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("events.db"));
                Statement sql = sqlite.createStatement()) {
            sql.execute("DELETE FROM events WHERE sequence >= 10");
        }

        assertThat(ofAggregate.asStream().count())
                .as("the rest of the first batch of 10")
                .isEqualTo(9);
        assertThat(ofLog).toIterable().as("the rest of the first batch of 10").hasSize(9);
    }

    @Test
    void stored_events_of_an_older_form_are_upcast_on_every_read() throws Exception {
        engine.appendEvents(event("a", 0, "old form"));
        engine.close();
        engine = store(directory.resolve("events.db"))
                .upcasterChain(stream -> stream.map(new Annotated()::upcastOne))
                .build();

        var expected = new Fixtures.PetitionFiled("old form, upcast");
        assertThat(engine.readEvents("a").next().getPayload()).isEqualTo(expected);
        assertThat(engine.readEvents(null, false).findFirst().orElseThrow().getPayload())
                .isEqualTo(expected);
        try (var stream = new TailingEventStore(engine).openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(expected);
        }
    }

    private static final class Annotated extends SingleEventUpcaster {

        IntermediateEventRepresentation upcastOne(IntermediateEventRepresentation event) {
            return upcast(Stream.of(event)).findFirst().orElseThrow();
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().endsWith("PetitionFiled")
                    && event.getType().getRevision() == null;
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(event.getType().getName(), "2"), JsonNode.class, payload -> {
                        ((ObjectNode) payload).put("text", payload.get("text").asString() + ", upcast");
                        return payload;
                    });
        }
    }

    @Test
    void events_published_in_a_unit_of_work_are_stored_when_it_commits() {
        TailingEventStore eventStore = new TailingEventStore(engine);
        UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
        eventStore.publish(event("a", 0), event("a", 1));

        assertThat(engine.headPosition()).isZero();
        assertThat(eventStore.readEvents("a").asStream().count())
                .as("its own events are seen inside")
                .isEqualTo(2);
        work.commit();
        assertThat(engine.headPosition()).isEqualTo(2);
    }

    @Test
    void events_of_a_unit_of_work_that_rolls_back_are_not_stored() {
        TailingEventStore eventStore = new TailingEventStore(engine);
        UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
        eventStore.publish(event("a", 0));
        work.rollback();

        assertThat(engine.headPosition()).isZero();
    }

    @Test
    void a_conflict_fails_the_commit_of_its_unit_of_work() {
        engine.appendEvents(event("a", 0));
        TailingEventStore eventStore = new TailingEventStore(engine);
        UnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
        eventStore.publish(event("a", 0));

        assertThatThrownBy(work::commit).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(work.isRolledBack()).isTrue();
        assertThat(engine.headPosition()).isEqualTo(1);
    }

    @Test
    void a_stored_snapshot_shortens_the_reading_of_its_stream() {
        engine.appendEvents(event("a", 0), event("a", 1), event("a", 2));
        TailingEventStore eventStore = new TailingEventStore(engine);
        eventStore.storeSnapshot(event("a", 1, "snapshot"));

        assertThat(eventStore
                        .readEvents("a")
                        .asStream()
                        .map(DomainEventMessage::getPayload)
                        .toList())
                .isEqualTo(List.of(new Fixtures.PetitionFiled("snapshot"), new Fixtures.PetitionFiled("text 2")));
    }

    private List<Long> after(TrackingToken token) {
        return engine.readEvents(token, false)
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }
}
