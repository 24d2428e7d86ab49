package cn.huiying.eventstore;

import cn.huiying.audit.LogEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** One row of the file, as it is stored: nothing is decoded before someone asks for it. */
record StoredEvent(
        String stream,
        Long sequence,
        String streamType,
        String eventId,
        String recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {

    /** Nine digits always, so that text sorts as time and nothing of the instant is lost (Axon's own keeps three). */
    private static final DateTimeFormatter ISO_UTC_NANOS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter().withZone(ZoneOffset.UTC);

    /** The events of one append; metadata that is the same for several in a row is encoded once. */
    static List<StoredEvent> of(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<StoredEvent> rows = new ArrayList<>(events.size());
        MetaData metadata = null;
        byte[] encoded = null;
        for (EventMessage<?> event : events) {
            if (!event.getMetaData().equals(metadata)) {
                metadata = event.getMetaData();
                encoded = event.serializeMetaData(serializer, byte[].class).getData();
            }
            rows.add(of(event, encoded, serializer));
        }
        return rows;
    }

    private static StoredEvent of(EventMessage<?> event, byte[] metadata, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        DomainEventMessage<?> domainEvent =
                event instanceof DomainEventMessage<?> d && d.getAggregateIdentifier() != null ? d : null;
        return new StoredEvent(
                domainEvent == null ? null : domainEvent.getAggregateIdentifier(),
                domainEvent == null ? null : (Long) domainEvent.getSequenceNumber(),
                domainEvent == null ? null : domainEvent.getType(),
                event.getIdentifier(),
                text(event.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata);
    }

    static String text(Instant time) {
        return ISO_UTC_NANOS.format(time);
    }

    int bytes() {
        return payload.length + metadata.length;
    }

    /** With a stream the framework takes it for a domain event, without one for a plain event. */
    TrackedEventData<byte[]> at(long position) {
        return stream == null ? new Plain(position, this) : new OfStream(position, this);
    }

    static StoredEvent of(LogEntry entry) {
        return new StoredEvent(
                entry.stream(),
                entry.sequence(),
                entry.streamType(),
                entry.eventId(),
                entry.recordedAt(),
                entry.type(),
                entry.revision(),
                entry.payload(),
                entry.metadata());
    }

    LogEntry entry(long position) {
        return new LogEntry(
                position, stream, sequence, streamType, eventId, recordedAt, type, revision, payload, metadata);
    }

    /** Snapshots have no position. */
    DomainEventData<byte[]> withoutPosition() {
        return new OfStream(0, this);
    }

    private interface Row extends TrackedEventData<byte[]>, EventData<byte[]> {

        long position();

        StoredEvent event();

        @Override
        default TrackingToken trackingToken() {
            return new GlobalSequenceTrackingToken(position());
        }

        @Override
        default String getEventIdentifier() {
            return event().eventId;
        }

        @Override
        default Instant getTimestamp() {
            return Instant.parse(event().recordedAt);
        }

        @Override
        default SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(event().metadata, byte[].class);
        }

        @Override
        default SerializedObject<byte[]> getPayload() {
            return new SimpleSerializedObject<>(event().payload, byte[].class, event().type, event().revision);
        }
    }

    private record Plain(long position, StoredEvent event) implements Row {}

    private record OfStream(long position, StoredEvent event) implements Row, DomainEventData<byte[]> {

        @Override
        public String getType() {
            return event.streamType;
        }

        @Override
        public String getAggregateIdentifier() {
            return event.stream;
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence;
        }
    }
}
