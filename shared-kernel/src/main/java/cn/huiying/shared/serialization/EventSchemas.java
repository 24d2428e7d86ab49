package cn.huiying.shared.serialization;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatTypes;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of events as JSON Schemas, draft 2020-12, told by the very serializers that write them. Every component is
 * written; whether one that is no primitive is ever null, no type tells, so it may be. No element of a list or a map is null.
 */
public final class EventSchemas {

    private static final ObjectMapper WRITER = EventSerialization.serializer().getObjectMapper();

    private static final Map<String, Class<?>> WRITTEN =
            EventTypes.all().stream().collect(Collectors.toUnmodifiableMap(EventSchemas::kind, Function.identity()));

    private EventSchemas() {}

    /** The schema of a kind of event, such as {@code PetitionSubmitted.2}; none of a revision that is written no more. */
    public static Optional<String> of(String kind) {
        return Optional.ofNullable(WRITTEN.get(kind)).map(EventSchemas::schema);
    }

    private static String kind(Class<?> event) {
        return event.getSimpleName() + "." + event.getAnnotation(Revision.class).value();
    }

    private static String schema(Class<?> event) {
        ObjectNode records = WRITER.createObjectNode();
        WRITER.acceptJsonFormatVisitor(event, new Description(null, records));
        ObjectNode schema = WRITER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", kind(event));
        schema.setAll((ObjectNode) records.remove(name(event)));
        if (!records.isEmpty()) {
            schema.set("$defs", records);
        }
        return schema.toPrettyString();
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** What a serializer says of the values it writes. */
    private static final class Description extends JsonFormatVisitorWrapper.Base {

        private final ObjectNode schema = WRITER.createObjectNode();
        private final ObjectNode records;

        /** @param records takes the schemas of the records that are met, by name */
        Description(SerializationContext context, ObjectNode records) {
            super(context);
            this.records = records;
        }

        private ObjectNode of(JsonFormatVisitable serializer, JavaType type) {
            Description part = new Description(getContext(), records);
            serializer.acceptJsonFormatVisitor(part, type);
            return part.schema;
        }

        private static ObjectNode orNull(ObjectNode schema) {
            if (schema.has("$ref")) {
                ObjectNode either = WRITER.createObjectNode();
                either.putArray("anyOf").add(schema).addObject().put("type", "null");
                return either;
            }
            String type = schema.get("type").stringValue();
            schema.putArray("type").add(type).add("null");
            if (schema.get("enum") instanceof ArrayNode constants) {
                constants.addNull();
            }
            return schema;
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            String name = name(type.getRawClass());
            schema.put("$ref", "#/$defs/" + name);
            if (records.has(name)) {
                return null;
            }
            ObjectNode components = WRITER.createObjectNode();
            ArrayNode required = WRITER.createArrayNode();
            records.putObject(name)
                    .put("type", "object")
                    .set("properties", components)
                    .set("required", required)
                    .put("additionalProperties", false);
            return new JsonObjectFormatVisitor.Base(getContext()) {
                @Override
                public void property(BeanProperty component) {
                    JavaType value = component.getType();
                    ObjectNode described = of(getContext().findPrimaryPropertySerializer(value, component), value);
                    components.set(component.getName(), value.isPrimitive() ? described : orNull(described));
                    required.add(component.getName());
                }

                @Override
                public void optionalProperty(BeanProperty component) {
                    property(component);
                }
            };
        }

        @Override
        public JsonMapFormatVisitor expectMapFormat(JavaType type) {
            schema.put("type", "object");
            return new JsonMapFormatVisitor.Base(getContext()) {
                @Override
                public void keyFormat(JsonFormatVisitable serializer, JavaType key) {
                    // Serializers of keys say nothing; constants are written alike as keys and as values.
                    if (key.isEnumType()) {
                        schema.set("propertyNames", of(getContext().findValueSerializer(key), key));
                    }
                }

                @Override
                public void valueFormat(JsonFormatVisitable serializer, JavaType value) {
                    schema.set("additionalProperties", of(serializer, value));
                }
            };
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
            schema.put("type", "array");
            return new JsonArrayFormatVisitor.Base(getContext()) {
                @Override
                public void itemsFormat(JsonFormatVisitable serializer, JavaType element) {
                    schema.set("items", of(serializer, element));
                }

                @Override
                public void itemsFormat(JsonFormatTypes element) {
                    schema.putObject("items").put("type", element.value());
                }
            };
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            schema.put("type", "string");
            return new JsonStringFormatVisitor.Base() {
                @Override
                public void format(JsonValueFormat format) {
                    schema.put("format", format.toString());
                }

                @Override
                public void enumTypes(Set<String> constants) {
                    ArrayNode all = schema.putArray("enum");
                    constants.forEach(all::add);
                }
            };
        }

        @Override
        public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            schema.put("type", "integer");
            return null;
        }

        @Override
        public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
            schema.put("type", "number");
            return null;
        }

        @Override
        public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
            schema.put("type", "boolean");
            return null;
        }
    }
}
