package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored events are frozen: one golden file per event and revision, read through the upcaster chain for ever. */
class GoldenEventsTest {

    private static final Serializer SERIALIZER = EventSerialization.serializer();

    static Stream<Class<?>> eventTypes() {
        return Samples.eventTypes();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void an_event_is_stored_just_as_its_golden_file_says(Class<?> type) {
        String stored = SERIALIZER.serialize(Samples.of(type), String.class).getData();
        assertThat(stored)
                .as(
                        "The stored form of %s must not change; a new form needs a new @Revision, golden file and upcaster",
                        type)
                .isEqualTo(golden(type, currentRevision(type)));
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void every_revision_ever_stored_can_be_read(Class<?> type) {
        for (int revision = 1; revision <= currentRevision(type); revision++) {
            EventData<?> entry = new GenericDomainEventEntry<>(
                    "Petition",
                    "PET-1",
                    0,
                    "id",
                    Instant.EPOCH.toString(),
                    type.getName(),
                    "" + revision,
                    golden(type, revision).getBytes(StandardCharsets.UTF_8),
                    "{}".getBytes(StandardCharsets.UTF_8));
            List<IntermediateEventRepresentation> upcast = EventSerialization.upcasters()
                    .upcast(Stream.of(new InitialEventRepresentation(entry, SERIALIZER)))
                    .toList();
            assertThat(upcast).hasSize(1);
            Object event = SERIALIZER.deserialize(upcast.getFirst().getData());
            assertThat(event).isInstanceOf(type);
            if (revision == currentRevision(type)) {
                assertThat(event).isEqualTo(Samples.of(type));
            }
        }
    }

    static int currentRevision(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        assertThat(revision).as("%s needs a @Revision from birth", type).isNotNull();
        return Integer.parseInt(revision.value());
    }

    static String golden(Class<?> type, int revision) {
        String file = "/golden/" + type.getSimpleName() + "." + revision + ".json";
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(file)) {
            assertThat(in)
                    .as(
                            "Golden file %s is missing; its content would be%n%s",
                            file,
                            SERIALIZER.serialize(Samples.of(type), String.class).getData())
                    .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
