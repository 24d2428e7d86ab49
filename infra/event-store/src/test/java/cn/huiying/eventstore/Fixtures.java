package cn.huiying.eventstore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Stores and events for the tests, and for the programs that the tests start. */
final class Fixtures {

    static final Jackson3Serializer JSON = Jackson3Serializer.builder().build();

    record PetitionFiled(String text) {}

    record LetterCounted(int number) {}

    private Fixtures() {}

    static SqliteEventStorageEngine.Builder store(Path file) {
        return SqliteEventStorageEngine.builder()
                .file(file)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .meterRegistry(new SimpleMeterRegistry());
    }

    static SqliteEventStorageEngine open(Path file) {
        return store(file).build();
    }

    static DomainEventMessage<PetitionFiled> event(String stream, long sequence) {
        return event(stream, sequence, "text " + sequence);
    }

    static DomainEventMessage<PetitionFiled> event(String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>("Petition", stream, sequence, new PetitionFiled(text));
    }

    static EventMessage<LetterCounted> plainEvent(int number) {
        return GenericEventMessage.asEventMessage(new LetterCounted(number));
    }
}
