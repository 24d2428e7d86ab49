package cn.huiying.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.app.rebuilding.Rebuild;
import cn.huiying.query.common.ReadPositions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was there before a stop is there after the next start, read models included. */
class RestartTest {

    @TempDir
    Path folder;

    private ConfigurableApplicationContext start(String... more) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(HuiyingApplication.class)
                .run(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("--server.port=0", "--huiying.data=" + folder),
                                java.util.Arrays.stream(more))
                        .toArray(String[]::new));
        ReadPositions positions = context.getBean(ReadPositions.class);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(positions.head()).isPositive();
            assertThat(positions.all()).hasSize(19).allSatisfy((name, position) -> assertThat(position)
                    .as(name)
                    .isEqualTo(positions.head()));
        });
        return context;
    }

    private static JsonNode get(ConfigurableApplicationContext context, String path) throws Exception {
        String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        return JsonMapper.builder()
                .build()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(base + path)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static HttpResponse<byte[]> asSupervisor(
            ConfigurableApplicationContext context, String path, String contentType, String body, String authorization)
            throws Exception {
        String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Content-Type", contentType);
        return HttpClient.newHttpClient()
                .send(
                        (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A report that is asked for, as a digest of each of its files. */
    private static Map<String, String> report(ConfigurableApplicationContext context) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("supervisor:local".getBytes(StandardCharsets.UTF_8));
        String bearer = "Bearer "
                + JsonMapper.builder()
                        .build()
                        .readTree(asSupervisor(
                                        context,
                                        "/oauth2/token",
                                        "application/x-www-form-urlencoded",
                                        "grant_type=client_credentials",
                                        "Basic " + credentials)
                                .body())
                        .get("access_token")
                        .stringValue();
        String at = asSupervisor(
                        context,
                        "/api/reports",
                        "application/json",
                        "{\"kind\": \"ANNUAL\", \"period\": \"2023\"}",
                        bearer)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Map<String, String> files = new TreeMap<>();
        for (String form : new String[] {"", "/xlsx", "/docx"}) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                HttpResponse<byte[]> file = asSupervisor(context, at + form, "application/json", null, bearer);
                assertThat(file.statusCode()).isEqualTo(200);
                files.put(
                        at + form,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.body())));
            });
        }
        return files;
    }

    private static Map<String, String> answers(ConfigurableApplicationContext context) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (String path : new String[] {
            "/api/public/petitions?limit=100&total=exact&facets=agency,type,status",
            "/api/public/statistics",
            "/api/public/agencies"
        }) {
            JsonNode answer = get(context, path);
            if (answer.has("visits")) {
                // They grow with every look; what was counted is told when the platform stops.
                ((ObjectNode) answer).remove("visits");
            }
            answers.put(path, answer.toString());
        }
        return answers;
    }

    @Test
    void the_same_answers_are_given_after_a_restart_and_after_a_rebuild() throws Exception {
        Map<String, String> before;
        Map<String, String> report;
        try (ConfigurableApplicationContext context = start("--huiying.demo=true", "--huiying.sweep-every=PT1H")) {
            before = answers(context);
            report = report(context);
            assertThat(get(context, "/api/public/agencies").get("total").asInt())
                    .isEqualTo(527);
        }
        try (ConfigurableApplicationContext context = start("--huiying.sweep-every=PT1H")) {
            assertThat(get(context, "/actuator/health").get("status").stringValue())
                    .isEqualTo("UP");
            assertThat(get(context, "/api/public/statistics").get("visits").asInt())
                    .as("every answer of the first run")
                    .isEqualTo(4);
            assertThat(answers(context)).isEqualTo(before);
            assertThat(report(context)).isEqualTo(report);

            EventProcessingConfiguration processing = context.getBean(EventProcessingConfiguration.class);
            ReadPositions positions = context.getBean(ReadPositions.class);
            ReadModels models = context.getBean(ReadModels.class);
            models.names().forEach(models::rebuild);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(models.names())
                    .allMatch(name -> models.lastRebuild(name).orElseThrow().state() == Rebuild.State.DONE));
            for (String name : positions.all().keySet()) {
                if (models.names().contains(name)) {
                    continue;
                }
                TrackingEventProcessor processor = processing
                        .eventProcessorByProcessingGroup(name, TrackingEventProcessor.class)
                        .orElseThrow();
                processor.shutDown();
                processor.resetTokens();
                processor.start();
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> processing.eventProcessors().values().forEach(processor -> assertThat(
                                    ((TrackingEventProcessor) processor)
                                            .processingStatus()
                                            .values())
                            .isNotEmpty()
                            .allMatch(status -> status.getCurrentPosition().orElse(0) == positions.head())));
            assertThat(answers(context)).isEqualTo(before);
            assertThat(report(context)).isEqualTo(report);
        }
    }
}
