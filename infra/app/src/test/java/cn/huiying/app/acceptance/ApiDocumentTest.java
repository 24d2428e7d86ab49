package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.command.petition.PetitionActions;
import cn.huiying.shared.rule.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API document itself; what is answered is held against it by the other tests. */
@SpringBootTest(classes = HuiyingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDocumentTest {

    @LocalServerPort
    int port;

    private Api api;
    private String text;
    private JsonNode document;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                return Files.createTempDirectory("huiying-document").toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @BeforeEach
    void read_it() {
        api = new Api(port);
        text = api.anyone().get("/openapi.json").text();
        document = JsonMapper.builder().build().readTree(text);
    }

    @Test
    void every_command_and_every_parameter_is_in_it() throws IOException {
        // For the linters, which run after the tests, and to be released.
        Files.writeString(Path.of("target", "openapi.json"), document.toPrettyString() + "\n");
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        JsonNode paths = document.get("paths");
        PetitionActions.bySlug().forEach((slug, command) -> {
            boolean hasDoor = !PetitionActions.of(command).ownDoor()
                    && PetitionActions.of(command).roles()[0] != Role.SYSTEM;
            assertThat(paths.has("/api/petitions/{id}/" + slug)).as(slug).isEqualTo(hasDoor);
        });
        paths.propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation -> {
            String where = operation.getKey() + " " + path.getKey();
            assertThat(operation.getValue().has("summary")).as(where).isTrue();
            assertThat(operation.getValue().get("responses").has("400"))
                    .as(where)
                    .isTrue();
            if (operation.getKey().equals("get")
                    && path.getKey().startsWith("/api/public")
                    && !path.getKey().contains("{")) {
                Set<String> documented = operation
                        .getValue()
                        .get("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                        .map(parameter -> parameter.get("name").stringValue())
                        .collect(Collectors.toSet());
                String told = api.anyone()
                        .get(path.getKey() + "?nothing=1", "Accept-Language", "en")
                        .text();
                Matcher known = Pattern.compile("there are \\[([^\\]]*)]").matcher(told);
                assertThat(known.find()).as(told).isTrue();
                assertThat(documented)
                        .as(where)
                        .isEqualTo(Set.of(known.group(1).split(", ")).stream()
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toSet()));
            }
        }));
    }

    @Test
    void every_body_has_an_example_that_fits_it() {
        SoftAssertions examples = new SoftAssertions();
        new Contract(text).checkExamples(examples);
        examples.assertAll();
    }

    @Test
    void everything_is_described_in_chinese_and_english() {
        SoftAssertions descriptions = new SoftAssertions();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    String where = operation.getKey() + " " + path.getKey();
                    described(descriptions, where, operation.getValue());
                    operation
                            .getValue()
                            .path("parameters")
                            .forEach(parameter ->
                                    described(descriptions, where + ", " + parameter.get("name"), parameter));
                    operation.getValue().get("responses").propertyStream().forEach(answer -> {
                        if (!answer.getValue().has("$ref")) {
                            described(descriptions, where + ", " + answer.getKey(), answer.getValue());
                        }
                        properties(descriptions, where, answer.getValue());
                    });
                    properties(descriptions, where, operation.getValue().path("requestBody"));
                }));
        document.get("components")
                .propertyStream()
                .forEach(kind -> kind.getValue().propertyStream().forEach(component -> {
                    described(descriptions, component.getKey(), component.getValue());
                    properties(descriptions, component.getKey(), component.getValue());
                }));
        descriptions.assertAll();
    }

    /** CONTRIBUTING.md says how a document is released. */
    @Test
    void nothing_that_was_released_is_broken() throws IOException {
        String released = Files.readString(Path.of("..", "docs", "openapi.json"));
        assertThat(Breaks.between(JsonMapper.builder().build().readTree(released), document))
                .isEmpty();
    }

    /** One that is a schema of its own is described there. */
    private static void properties(SoftAssertions descriptions, String where, JsonNode schema) {
        if (schema.path("properties").isObject()) {
            schema.get("properties")
                    .propertyStream()
                    .filter(property -> !property.getValue().toString().contains("$ref"))
                    .forEach(
                            property -> described(descriptions, where + ", " + property.getKey(), property.getValue()));
        }
        schema.propertyStream()
                .filter(part -> !part.getKey().startsWith("example"))
                .forEach(part -> properties(descriptions, where, part.getValue()));
        if (schema.isArray()) {
            schema.forEach(part -> properties(descriptions, where, part));
        }
    }

    private static void described(SoftAssertions descriptions, String where, JsonNode node) {
        descriptions
                .assertThat(node.path("description").asString(""))
                .as("description of " + where)
                .containsPattern("\\p{IsHan}")
                .containsPattern("[A-Za-z]\\w");
    }
}
