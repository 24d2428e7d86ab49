package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BreaksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String RELEASED =
            """
            {"paths": {"/lamps": {
              "get": {"security": [],
                "parameters": [
                  {"in": "query", "name": "sort", "schema": {"type": "string", "enum": ["age", "street"]}},
                  {"in": "query", "name": "limit", "schema": {"type": "integer", "minimum": 1, "maximum": 100}}],
                "responses": {"200": {"headers": {"ETag": {}}, "content": {"application/json": {"schema": {"type": "array", "items":
                  {"$ref": "#/components/schemas/Lamp"}}}}}, "404": {"$ref": "#/components/responses/None"}}},
              "post": {"requestBody": {"content": {"application/json": {"schema":
                  {"type": "object", "required": ["street"], "properties": {
                    "street": {"type": "string", "maxLength": 30}, "colour": {"type": ["string", "null"]}}}}}},
                "responses": {"201": {}}}}},
             "components": {"responses": {"None": {}}, "schemas": {"Lamp": {"type": "object", "required": ["street"],
               "properties": {"street": {"type": "string"}, "broken": {"type": "boolean"},
                 "since": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                 "next": {"$ref": "#/components/schemas/Lamp"}}}}}}
            """;

    private static final String GET = "/paths/~1lamps/get";
    private static final String BODY = "/paths/~1lamps/post/requestBody/content/application~1json/schema";
    private static final String LAMP = "/components/schemas/Lamp";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/paths/~1lamps | | GET /lamps is gone.; POST /lamps is gone.",
                "/paths/~1lamps/post | | POST /lamps is gone.",
                GET + "/security | [{\"bearer\": []}] | GET /lamps asks for a token now.",
                GET + "/parameters/0 | | GET /lamps no longer takes the query parameter sort.",
                GET + "/parameters/0/required | true | GET /lamps requires the query parameter sort now.",
                GET + "/parameters/2 | {\"in\": \"query\", \"name\": \"at\", \"required\": true, \"schema\": {}}"
                        + " | GET /lamps requires the query parameter at now.",
                GET + "/parameters/0/schema/enum/1"
                        + " | | GET /lamps, the query parameter sort takes fewer values now, not [street].",
                GET + "/parameters/1/schema/maximum"
                        + " | 50 | GET /lamps, the query parameter limit has the maximum 50 now.",
                GET + "/parameters/1/schema/type | \"string\""
                        + " | GET /lamps, the query parameter limit is of type [string] now, it was of [integer].",
                "/paths/~1lamps/post/requestBody/required | true | POST /lamps requires a body now.",
                BODY + "/required/1 | \"colour\" | POST /lamps, the body, property colour is required now.",
                BODY + "/properties/colour | | POST /lamps, the body, property colour is gone.",
                BODY + "/properties/colour/type/1 | | POST /lamps, the body, property colour is of type [string] now,"
                        + " it was of [null, string].",
                BODY
                        + "/properties/street/maxLength | 9 | POST /lamps, the body, property street has the maxLength 9 now.",
                BODY
                        + "/additionalProperties | false | POST /lamps, the body no longer takes properties that are not named.",
                GET + "/responses/404 | | GET /lamps, the answer 404 is gone.",
                GET + "/responses/200/headers/ETag | | GET /lamps, the answer 200 has no header ETag any more.",
                GET + "/responses/200/content/application~1json"
                        + " | | GET /lamps, the answer 200 is no longer taken or given as application/json.",
                LAMP + "/properties/broken | | GET /lamps, the answer 200, items, property broken is gone.",
                LAMP
                        + "/properties/broken/type | \"string\" | GET /lamps, the answer 200, items, property broken is of type"
                        + " [string] now, it was of [boolean].",
                LAMP
                        + "/properties/street/type | [\"string\", \"null\"] | GET /lamps, the answer 200, items, property street"
                        + " is of type [null, string] now, it was of [string].",
                LAMP + "/properties/since/anyOf/2 | {\"type\": \"integer\"}"
                        + " | GET /lamps, the answer 200, items, property since has 3 forms now, it had 2.",
                LAMP + "/properties/street/format | \"uuid\""
                        + " | GET /lamps, the answer 200, items, property street has another format now.",
                LAMP + "/required/0 | | GET /lamps, the answer 200, items, property street may be missing now.",
            })
    void a_break_is_told_in_a_sentence(String place, String value, String sentences) {
        assertThat(Breaks.between(JSON.readTree(RELEASED), changed(place, value)))
                .containsExactly(sentences.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/paths/~1signs | {}",
                GET + "/parameters/2 | {\"in\": \"query\", \"name\": \"at\", \"schema\": {}}",
                GET + "/parameters/0/schema/enum/2 | \"colour\"",
                GET + "/parameters/1/schema/maximum | 200",
                GET + "/responses/503 | {}",
                GET + "/security | [{}, {\"bearer\": []}]",
                BODY + "/required/0 |",
                BODY + "/properties/note | {\"type\": \"string\"}",
                LAMP + "/properties/height | {\"type\": \"integer\"}",
                LAMP + "/required/1 | \"broken\"",
            })
    void what_only_adds_breaks_nothing(String place, String value) {
        assertThat(Breaks.between(JSON.readTree(RELEASED), changed(place, value)))
                .isEmpty();
    }

    /** The released document with another value at a place, or with none. */
    private static JsonNode changed(String place, String value) {
        JsonNode document = JSON.readTree(RELEASED);
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = document.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            if (value == null) {
                list.remove(index);
            } else {
                list.insert(index, JSON.readTree(value));
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
        return document;
    }
}
