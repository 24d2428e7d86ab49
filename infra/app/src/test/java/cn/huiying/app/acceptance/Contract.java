package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.acceptance.Api.Answer;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API document as a test of answers: each has to have a status, a content type and a body that the document names for the
 * operation. Strictly: an object has no property that the document does not name.
 */
final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENT = "https://huiying.example/openapi.json";

    private final JsonNode document;
    private final Schema whole;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    Contract(String text) {
        document = JSON.readTree(text);
        close(document);
        whole = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31())
                .getSchema(SchemaLocation.of(DOCUMENT), document);
    }

    /** Lets no object have more properties than those named. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.get("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::close);
    }

    void check(String method, URI uri, Answer answer) {
        Optional<String> path = template(uri.getPath());
        if (path.isEmpty()) {
            return;
        }
        JsonNode operation = document.get("paths").get(path.get()).get(method.toLowerCase());
        if (operation == null) {
            assertThat(answer.status())
                    .as("%s %s is not in the document", method, path.get())
                    .isIn(404, 405);
            return;
        }
        String what = method + " " + path.get() + " answers " + answer.status();
        JsonNode response = operation.get("responses").get("" + answer.status());
        assertThat(response)
                .as("%s, which the document does not name: %s", what, answer.text())
                .isNotNull();
        String at = pointer("paths", path.get(), method.toLowerCase(), "responses", "" + answer.status());
        if (response.has("$ref")) {
            at = response.get("$ref").stringValue().substring(1);
            response = document.at(at);
        }
        JsonNode content = response.get("content");
        if (content == null) {
            assertThat(answer.text())
                    .as("%s with a body that the document does not name", what)
                    .isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(content.propertyNames()).as(what).contains(type);
        if (type.endsWith("json") && answer.header("Content-Encoding") == null) {
            assertThat(content.get(type).has("schema"))
                    .as("%s without a schema", what)
                    .isTrue();
            Schema schema = schema(at + pointer("content", type, "schema"));
            // A line of many is one value.
            (type.endsWith("ndjson") ? answer.text().lines().limit(20) : Stream.of(answer.text()))
                    .forEach(text -> assertThat(schema.validate(JSON.readTree(text)))
                            .as("%s: %s", what, text)
                            .isEmpty());
        }
    }

    /** Each body of an operation has an example, which fits its schema. */
    void checkExamples(SoftAssertions softly) {
        doors().forEach(door -> {
            String[] words = door.split(" ");
            String operation = pointer("paths", words[1], words[0].toLowerCase(Locale.ROOT));
            checkExamples(softly, operation + "/requestBody");
            document.at(operation + "/responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .forEach(status -> checkExamples(softly, operation + "/responses/" + status));
        });
    }

    private void checkExamples(SoftAssertions softly, String body) {
        document.at(body + "/content").propertyStream().forEach(content -> {
            String type = content.getKey();
            JsonNode example = content.getValue().get("example");
            if (Examples.HAVE_NONE.contains(type)) {
                return;
            }
            softly.assertThat(example).as("example of %s, %s", body, type).isNotNull();
            if (example != null && !example.isString()) {
                softly.assertThat(schema(body + pointer("content", type, "schema"))
                                .validate(example))
                        .as("example of %s, %s", body, type)
                        .isEmpty();
            }
        });
    }

    private Schema schema(String at) {
        // Not asked of the registry, which would read the whole document anew for each.
        return known.computeIfAbsent(
                at,
                place -> whole.getRefSchema(
                        SchemaLocation.of(DOCUMENT + "#" + place).getFragment()));
    }

    private static String pointer(String... parts) {
        StringBuilder pointer = new StringBuilder();
        for (String part : parts) {
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Every operation that the document has, such as {@code GET /api/calendar}. */
    Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        document.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> doors.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return doors;
    }

    /** The one of {@link #doors} that is asked, where it is one. */
    Optional<String> door(String method, URI uri) {
        return template(uri.getPath()).map(path -> method + " " + path);
    }

    /** The path of the document that is meant; one without variables comes first. */
    private Optional<String> template(String path) {
        return document.get("paths").propertyNames().stream()
                .filter(template ->
                        Pattern.matches(template.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"), path))
                .min(Comparator.comparing((String template) -> template.contains("{"))
                        .thenComparing(template -> template.indexOf('{')));
    }
}
