package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The worked example of how a stored event changes its form: copy it when the first event gets a second revision. */
class UpcastingExampleTest {

    /** Revision 2 split what revision 1 called {@code where} into a place and whether it may be shown. */
    @Revision("2")
    record PlaceNoted(String place, boolean shown) {}

    /** Spells the old name as a literal: the class may be renamed, stored bytes may not. */
    static class PlaceNotedGainsShown extends SingleEventUpcaster {
        private static final SimpleSerializedType FROM =
                new SimpleSerializedType("cn.huiying.shared.serialization.UpcastingExampleTest$PlaceNoted", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(FROM.getName(), "2"), JsonNode.class, payload -> {
                ObjectNode upcast = (ObjectNode) payload;
                upcast.set("place", upcast.remove("where"));
                return upcast.put("shown", false);
            });
        }
    }

    @Test
    void an_old_revision_is_read_as_the_new_one() {
        Serializer serializer = EventSerialization.serializer();
        EventData<?> stored = new GenericDomainEventEntry<>(
                "Petition",
                "PET-1",
                0,
                "id",
                Instant.EPOCH.toString(),
                PlaceNoted.class.getName(),
                "1",
                "{\"where\":\"葵潭镇\"}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));

        Object event = new EventUpcasterChain(new PlaceNotedGainsShown())
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .map(upcast -> serializer.deserialize(upcast.getData()))
                .findFirst()
                .orElseThrow();

        assertThat(event).isEqualTo(new PlaceNoted("葵潭镇", false));
    }
}
