package cn.huiying.app.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.annotation.Nullable;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the schemas of the API document: a nested type by the type it is nested in too, since several have an {@code Item}. And
 * knows by its name which type a schema is of, so as to say what may be null.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        types.put(name, type.getRawClass());
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : getNameOfClass(outer).replaceFirst("(Listing)?RestApi$", "") + type.getSimpleName();
    }

    /** Adds null to the values of what is {@link Nullable}. */
    void nulls(Components components) {
        components.getSchemas().forEach((name, schema) -> {
            Class<?> type = types.get(name);
            if (type != null && type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    if (component.getAccessor().isAnnotationPresent(Nullable.class)) {
                        Schema<?> object = schema;
                        Schema<?> value = object.getProperties().get(name(component));
                        object.getProperties().put(name(component), orNull(value));
                    }
                }
            }
        });
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Schema<?> orNull(Schema<?> value) {
        if (value.get$ref() == null && value.getEnum() == null) {
            value.addType("null");
            return value;
        }
        Schema<?> nothing = new Schema<>();
        nothing.addType("null");
        Schema<?> either = new Schema<>();
        either.addAnyOfItem(value);
        either.addAnyOfItem(nothing);
        return either;
    }
}
