package cn.huiying.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Examples that the platform answered on the demo data; {@code infra/docs/api-guide.md} says how they are recorded. */
final class OpenApiExamples {

    private final JsonNode doors;

    OpenApiExamples() {
        try (InputStream file = OpenApiExamples.class.getResourceAsStream("/openapi/examples.json")) {
            doors = Json31.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(String path, HttpMethod method, Operation operation) {
        JsonNode example = doors.path(method + " " + path);
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .setContent(shown(operation.getRequestBody().getContent(), example.path("request")));
        }
        operation.getResponses().replaceAll((status, answer) -> {
            if (!status.startsWith("2")) {
                return answer;
            }
            // Several operations share one answer, and each has its own example.
            return new ApiResponse()
                    .description(answer.getDescription())
                    .headers(answer.getHeaders())
                    .content(shown(answer.getContent(), example.path("answer")));
        });
    }

    private static Content shown(Content content, JsonNode examples) {
        Content shown = new Content();
        content.forEach((type, body) -> {
            MediaType with = new MediaType().schema(body.getSchema());
            if (examples.has(type)) {
                with.setExample(examples.get(type));
            }
            shown.addMediaType(type, with);
        });
        return shown;
    }
}
