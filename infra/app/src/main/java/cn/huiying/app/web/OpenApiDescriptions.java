package cn.huiying.app.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;

/** Says in Chinese and English what a parameter, a schema or a property is, where the code that made it has not. */
final class OpenApiDescriptions {

    private final Properties texts = new Properties();

    OpenApiDescriptions() {
        try (Reader file = new InputStreamReader(
                OpenApiDescriptions.class.getResourceAsStream("/openapi/descriptions.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describe(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            schema.setDescription(texts.getProperty("schema." + name, schema.getDescription()));
            properties(name, schema);
        });
        api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> {
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> parameter(path, parameter));
            }
            if (operation.getRequestBody() != null) {
                content(operation.getRequestBody().getContent());
            }
            operation.getResponses().values().forEach(answer -> content(answer.getContent()));
        }));
    }

    private void parameter(String path, Parameter parameter) {
        if (parameter.getDescription() == null) {
            String of = texts.getProperty("parameter." + parameter.getName());
            parameter.setDescription(texts.getProperty(
                    "parameter." + collection(path, parameter.getName()) + "." + parameter.getName(), of));
        }
    }

    /** What stands in the path before the parameter. */
    private static String collection(String path, String parameter) {
        return Arrays.stream(path.split("/"))
                .takeWhile(part -> !part.startsWith("{" + parameter + "}"))
                .filter(part -> !part.startsWith("{"))
                .reduce("", (earlier, later) -> later);
    }

    private void content(Map<String, MediaType> content) {
        if (content != null) {
            content.values().forEach(body -> properties("", body.getSchema()));
        }
    }

    private void properties(String owner, Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (property.getDescription() == null && property.get$ref() == null) {
                    String text = texts.getProperty("property." + name);
                    property.setDescription(texts.getProperty("property." + owner + "." + name, text));
                }
                properties(owner, property);
            });
        }
        properties(owner, schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> more) {
            properties(owner, more);
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(either -> properties(owner, either));
        }
    }
}
