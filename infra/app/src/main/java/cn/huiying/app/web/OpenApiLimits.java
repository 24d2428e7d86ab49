package cn.huiying.app.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Gives each text, number and list of the API document an upper bound, where its own rules have not set a closer one. */
final class OpenApiLimits {

    /** A body has no more bytes, and no answer repeats more than a body brought in. */
    private static final int TEXT = 262_144;

    private static final int LIST = 10_000;

    /** What JSON's numbers hold exactly (RFC 8259, 6). */
    private static final BigDecimal EXACT = BigDecimal.valueOf(9_007_199_254_740_991L);

    private OpenApiLimits() {}

    static void bound(OpenAPI api) {
        api.getComponents().getSchemas().values().forEach(OpenApiLimits::bound);
        api.getComponents().getHeaders().values().stream()
                .map(Header::getSchema)
                .forEach(OpenApiLimits::bound);
        api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> {
            if (operation.getParameters() != null) {
                operation.getParameters().stream().map(Parameter::getSchema).forEach(OpenApiLimits::bound);
            }
            if (operation.getRequestBody() != null) {
                content(operation.getRequestBody().getContent());
            }
            operation.getResponses().values().stream()
                    .map(ApiResponse::getContent)
                    .forEach(OpenApiLimits::content);
        }));
    }

    private static void content(Map<String, MediaType> content) {
        if (content != null) {
            content.values().stream().map(MediaType::getSchema).forEach(OpenApiLimits::bound);
        }
    }

    private static void bound(Schema<?> schema) {
        if (schema == null) {
            return;
        }
        Set<String> types = schema.getTypes() == null ? Set.of() : schema.getTypes();
        if (types.contains("string") && schema.getMaxLength() == null && schema.getEnum() == null) {
            schema.setMaxLength(
                    switch (schema.getFormat() == null ? "" : schema.getFormat()) {
                        case "date" -> 10;
                        // 2026-11-30T09:00:00.123456789+08:00
                        case "date-time" -> 35;
                        default -> TEXT;
                    });
        }
        if (types.contains("integer")) {
            schema.setFormat(schema.getFormat() == null ? "int64" : schema.getFormat());
            boolean small = schema.getFormat().equals("int32");
            if (schema.getMinimum() == null) {
                schema.setMinimum(small ? BigDecimal.valueOf(Integer.MIN_VALUE) : EXACT.negate());
            }
            if (schema.getMaximum() == null) {
                schema.setMaximum(small ? BigDecimal.valueOf(Integer.MAX_VALUE) : EXACT);
            }
        }
        if (types.contains("array") && schema.getMaxItems() == null) {
            schema.setMaxItems(LIST);
        }
        bound(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(OpenApiLimits::bound);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> more) {
            bound(more);
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(OpenApiLimits::bound);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(OpenApiLimits::bound);
        }
    }
}
