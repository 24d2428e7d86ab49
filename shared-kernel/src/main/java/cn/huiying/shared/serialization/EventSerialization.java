package cn.huiying.shared.serialization;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events rest in the log. Stored bytes depend on this configuration: it is frozen, and the golden files hold it there.
 */
public final class EventSerialization {

    private EventSerialization() {}

    /** The one serializer for events, commands, queries and tracking tokens. */
    public static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(EventSerialization::freeze)
                .build();
    }

    /**
     * Every upcaster, oldest revision first. There is none yet: where a revision only added components that may be null, the
     * earlier ones are read as they are, and the golden files of both prove it.
     */
    public static EventUpcasterChain upcasters() {
        return new EventUpcasterChain();
    }

    private static void freeze(JsonMapper.Builder mapper) {
        // Tokens of a rebuild hold a context of any type; only the framework's and our own classes may be named there.
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("cn.huiying.")
                        .build())
                .disable(
                        DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                        DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("moments")
                        .addDeserializer(Instant.class, new InstantReader())
                        .addDeserializer(LocalDate.class, new DayReader()));
    }
}
