package cn.huiying.app.acceptance;

import cn.huiying.app.acceptance.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the API document: of each door and content type what was first sent and answered. */
final class Examples {

    private static final Path FILE = Path.of("src", "main", "resources", "openapi", "examples.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An example shows what the items of a list are, not the list. */
    private static final int ITEMS = 2;

    /** Pictures, office files and bundles are not to be read, and the document has no form for XML but that of the same in JSON. */
    static final Set<String> HAVE_NONE = Set.of(
            "image/jpeg",
            "image/png",
            "text/xml",
            "application/zip",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** By door; then {@code request} and {@code answer}; then the content type. */
    private final Map<String, ObjectNode> doors = new TreeMap<>();

    private final Map<String, String> ofThisRun;

    /** @param ofThisRun what only a run of the tests has in its answers, and what stands for it */
    Examples(Map<String, String> ofThisRun) {
        this.ofThisRun = ofThisRun;
    }

    void add(String door, String type, byte[] body, Answer answer) {
        ObjectNode example = doors.computeIfAbsent(door, first -> JsonNodeFactory.instance.objectNode());
        add(example.withObjectProperty("request"), type, new String(body, StandardCharsets.UTF_8));
        add(example.withObjectProperty("answer"), answer.header("Content-Type").replaceFirst(";.*", ""), answer.text());
    }

    private void add(ObjectNode types, String type, String text) {
        if (type == null || types.has(type) || HAVE_NONE.contains(type)) {
            return;
        }
        String lasting = text;
        for (Map.Entry<String, String> once : ofThisRun.entrySet()) {
            lasting = lasting.replace(once.getKey(), once.getValue());
        }
        if (type.endsWith("ndjson")) {
            types.set(type, JSON.readTree(lasting.lines().findFirst().orElseThrow()));
        } else if (type.endsWith("json")) {
            types.set(type, shortened(JSON.readTree(lasting)));
        } else if (type.endsWith("form-urlencoded")) {
            ObjectNode form = types.putObject(type);
            Stream.of(lasting.split("&"))
                    .map(field -> field.split("=", 2))
                    .forEach(field -> form.put(field[0], field[1]));
        } else {
            types.put(type, lasting);
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > ITEMS) {
                list.remove(ITEMS);
            }
        }
        node.forEach(Examples::shortened);
        return node;
    }

    void write() throws IOException {
        Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(doors) + "\n");
    }
}
