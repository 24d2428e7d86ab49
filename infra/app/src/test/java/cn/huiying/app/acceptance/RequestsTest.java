package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.wiring.PlatformProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The ready-made requests, as a newcomer sends them: all, in the order of their README, to a platform with demo data. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huiying.demo=true",
            // As the profile “run” starts it: the key “local” posts for alice.
            "huiying.open311.keys.25bf8e1a2393f1108d37029b3df5593236c755742ec93465bbafa9b290bddcf6=alice"
        })
@ExtendWith(OutputCaptureExtension.class)
class RequestsTest {

    private static final Path FOLDER = Path.of("..", "requests");

    @LocalServerPort
    int port;

    @Autowired
    private PlatformProperties properties;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> variables = new HashMap<>();
    private final SoftAssertions answers = new SoftAssertions();

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                return Files.createTempDirectory("huiying-requests").toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void every_request_is_answered_as_intended_and_every_door_is_asked(CapturedOutput output) throws Exception {
        Contract contract =
                new Contract(new Api(port).anyone().get("/openapi.json").text());
        Set<String> unasked = new TreeSet<>(contract.doors());
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(FOLDER.resolve("http-client.env.json")))
                .get("local")
                .propertyStream()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().stringValue()));
        variables.put("base", "http://localhost:" + port);
        Examples examples = new Examples(
                Map.of("localhost:" + port, "localhost:8080", properties.data().toString(), "data"));
        for (Path file : files()) {
            for (HttpFile.Request request : HttpFile.requests(file)) {
                // The one value that is copied by hand.
                lastCode(output).ifPresent(code -> variables.put("phoneCode", code));
                URI uri = URI.create(URI.create(request.url(this::variable)).toASCIIString());
                Answer answer = send(request, uri);
                answers.assertThat(request.isAnsweredAsIntended(answer.status()))
                        .as("%s is answered %s: %s", request, answer.status(), answer.text())
                        .isTrue();
                answers.check(() -> contract.check(request.method(), uri, answer));
                variables.putAll(request.kept(answer));
                Optional<String> door = contract.door(request.method(), uri);
                door.ifPresent(unasked::remove);
                if (door.isPresent() && answer.status() / 100 == 2) {
                    examples.add(
                            door.get(), request.headers().get("Content-Type"), request.body(this::variable), answer);
                }
            }
        }
        answers.assertAll();
        assertThat(unasked).as("doors that no request asks").isEmpty();
        if (Boolean.getBoolean("huiying.write-examples")) {
            examples.write();
        }
    }

    /** The README names them in their order. */
    private static List<Path> files() throws IOException {
        List<Path> files = Pattern.compile("\\(([\\w-]+\\.http)\\)")
                .matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(link -> FOLDER.resolve(link.group(1)))
                .toList();
        try (Stream<Path> there = Files.list(FOLDER)) {
            assertThat(there.filter(file -> file.toString().endsWith(".http")))
                    .as("the README names every file once")
                    .containsExactlyInAnyOrderElementsOf(files);
        }
        return files;
    }

    private static Optional<String> lastCode(CapturedOutput output) {
        return Pattern.compile("Code (\\d{6}) for the phone")
                .matcher(output.getOut())
                .results()
                .map((MatchResult code) -> code.group(1))
                .reduce((earlier, later) -> later);
    }

    private String variable(String name) {
        answers.assertThat(variables)
                .as("what the environment holds and earlier requests kept")
                .containsKey(name);
        return variables.getOrDefault(name, "none");
    }

    private Answer send(HttpFile.Request request, URI uri) throws IOException, InterruptedException {
        byte[] body = request.body(this::variable);
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .method(
                        request.method(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        request.headers(this::variable).forEach(builder::header);
        HttpResponse<InputStream> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
        Map<String, String> headers = new ConcurrentHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        try (InputStream stream = response.body()) {
            boolean live = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
            return new Answer(response.statusCode(), headers, live ? opening(stream) : stream.readAllBytes());
        }
    }

    /** A stream goes on for ever: as far as its first event, or the comment that comes where there is none. */
    private static byte[] opening(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        StringBuilder opening = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.startsWith(":"); line = lines.readLine()) {
            opening.append(line).append('\n');
            if (line.startsWith("data:")) {
                break;
            }
        }
        return opening.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
