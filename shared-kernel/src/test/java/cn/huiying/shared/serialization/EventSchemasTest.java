package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.assessment.AssessmentObjectionDecided;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.statistics.Measure;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas against the golden files: what is stored, and nothing else, is described. */
class EventSchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    static Stream<Class<?>> eventTypes() {
        return Samples.eventTypes();
    }

    private static Schema schema(Class<?> type) {
        String kind = type.getSimpleName() + "." + GoldenEventsTest.currentRevision(type);
        return REGISTRY.getSchema(EventSchemas.of(kind).orElseThrow());
    }

    private static ObjectNode golden(Class<?> type) {
        return (ObjectNode)
                JsonMapper.shared().readTree(GoldenEventsTest.golden(type, GoldenEventsTest.currentRevision(type)));
    }

    /** In place of any value that is stored: no component is an array of arrays. */
    private static JsonNode misplaced() {
        return JsonMapper.shared().readTree("[[]]");
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void what_is_stored_is_as_it_is_described(Class<?> type) {
        assertThat(schema(type).validate(golden(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void a_component_that_is_missing_renamed_added_or_of_another_type_is_a_fault(Class<?> type) {
        Schema schema = schema(type);
        for (String name : List.copyOf(golden(type).propertyNames())) {
            ObjectNode without = golden(type);
            JsonNode value = without.remove(name);
            assertThat(schema.validate(without)).as("without " + name).isNotEmpty();
            assertThat(schema.validate(without.set(name + "X", value)))
                    .as("renamed " + name)
                    .isNotEmpty();
            assertThat(schema.validate(golden(type).set(name, misplaced())))
                    .as("another type of " + name)
                    .isNotEmpty();
        }
        assertThat(schema.validate(golden(type).put("added", "x")))
                .as("one more")
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void whatever_is_no_primitive_may_be_null(Class<?> type) {
        Schema schema = schema(type);
        for (RecordComponent component : type.getRecordComponents()) {
            List<Error> faults = schema.validate(golden(type).putNull(component.getName()));
            assertThat(faults.isEmpty())
                    .as("%s null", component)
                    .isEqualTo(!component.getType().isPrimitive());
        }
    }

    @Test
    void records_within_an_event_are_described_as_closely() {
        Schema schema = schema(DeadlineSet.class);
        for (String fault :
                List.of("\"extension\":3", "\"dueMoment\":\"END_OF_DAY\"", "\"startDate\":\"2023-03-06\"")) {
            String event = golden(DeadlineSet.class).toString();
            assertThat(event).contains(fault);
            String name = fault.substring(0, fault.indexOf(':'));
            assertThat(schema.validate(JsonMapper.shared().readTree(event.replace(fault, name + ":\"NEVER\""))))
                    .as(fault)
                    .isNotEmpty();
        }
    }

    @Test
    void the_constants_of_an_enumeration_are_described_as_they_are_written() {
        Schema schema = schema(PetitionResectioned.class);
        for (Section section : Section.values()) {
            assertThat(schema.validate(golden(PetitionResectioned.class).put("section", section.name())))
                    .isEmpty();
        }
        assertThat(schema.validate(golden(PetitionResectioned.class).put("section", "NONE")))
                .isNotEmpty();
    }

    @Test
    void keys_that_are_constants_are_described_as_well() {
        Schema schema = schema(AssessmentObjectionDecided.class);
        ObjectNode event = golden(AssessmentObjectionDecided.class);
        for (Measure measure : Measure.values()) {
            event.putObject("corrections").put(measure.name(), -1);
            assertThat(schema.validate(event)).isEmpty();
        }
        event.putObject("corrections").put("NONE", -1);
        assertThat(schema.validate(event)).isNotEmpty();
    }

    @Test
    void a_revision_that_is_written_no_more_has_no_schema() {
        assertThat(EventSchemas.of("PetitionSubmitted.1")).isEmpty();
        assertThat(EventSchemas.of("PetitionSubmitted.2")).isPresent();
    }
}
