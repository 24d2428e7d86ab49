package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How often and how much may be asked, and by whose pages. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huiying.web.account.requests=5",
            "huiying.web.account.per=PT1H",
            "huiying.web.address.requests=10",
            "huiying.web.address.per=PT1H",
            "huiying.web.doors[/api/public/lookup].requests=2",
            "huiying.web.doors[/api/public/lookup].per=PT1H",
            "huiying.web.body-limit=1KB",
            "huiying.web.body-timeout=1s",
            "huiying.web.origins=https://front.example"
        })
class WebLimitsTest {

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                return Files.createTempDirectory("huiying-limits").toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void an_account_or_else_an_address_may_ask_so_often_and_is_told_how_often_and_when_again() {
        Api api = new Api(port);
        for (int left = 4; left >= 0; left--) {
            Answer answer = api.as("supervisor").get("/api/intake");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"account\";q=5;w=3600");
            assertThat(answer.header("RateLimit")).startsWith("\"account\";r=" + left + ";t=");
        }
        Answer refused = api.as("supervisor").get("/api/intake");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(refused.json().get("traceId").stringValue()).hasSize(32);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(600, 720);
        assertThat(api.as("auditor").get("/api/calendar").status())
                .as("another account is not held back")
                .isEqualTo(200);

        assertThat(lookUp(api, "lookup").status()).isEqualTo(404);
        assertThat(lookUp(api, "lookup").status()).isEqualTo(404);
        Answer guessing = lookUp(api, "looku%70");
        assertThat(guessing.status()).isEqualTo(429);
        assertThat(guessing.header("RateLimit-Policy")).isEqualTo("\"door\";q=2;w=3600");
        Answer anyone = api.anyone().get("/api/public/agencies");
        assertThat(anyone.header("RateLimit-Policy")).isEqualTo("\"address\";q=10;w=3600");
        assertThat(anyone.status())
                .as("what one door refuses takes nothing from the rest")
                .isEqualTo(200);
        assertThat(anyone.header("RateLimit")).startsWith("\"address\";r=7;");
        for (int i = 0; i < 7; i++) {
            api.anyone().get("/api/public/agencies");
        }
        assertThat(api.anyone().get("/api/public/agencies").status()).isEqualTo(429);
        assertThat(api.anyone().get("/actuator/health").status()).isEqualTo(200);
    }

    private static Answer lookUp(Api api, String door) {
        return api.anyone().get("/api/public/" + door + "?number=JY20261130000001&code=ABCDEFGH");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not() throws Exception {
        String token = new Api(port).token("intake-officer");
        byte[] body = ("{\"reason\":\"" + "长".repeat(600) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/api/petitions/PET-00000000-0000-0000-0000-000000000000/request-correction"))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .header("Content-Type", "application/json");
        for (HttpRequest.BodyPublisher publisher : new HttpRequest.BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
            HttpResponse<String> refused =
                    http.send(request.copy().POST(publisher).build(), BodyHandlers.ofString());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
            assertThat(refused.body()).contains("/problems/content-too-large");
        }
    }

    @Test
    @Timeout(30)
    void a_body_that_comes_byte_by_byte_is_waited_for_only_so_long() throws Exception {
        String token = new Api(port).token("intake-officer");
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/petitions/PET-00000000-0000-0000-0000-000000000000/request-correction HTTP/1.1\r\n"
                            + "Host: localhost\r\nAuthorization: Bearer " + token + "\r\nIf-Match: *\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            while (answer.available() == 0) {
                out.write(' ');
                TimeUnit.MILLISECONDS.sleep(50);
            }
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("HTTP/1.1 408")
                    .contains("Connection: close")
                    .contains("/problems/request-timeout");
        }
    }

    @Test
    void only_the_pages_that_the_operator_names_may_read_the_answers() throws Exception {
        assertThat(preflight("https://front.example").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://front.example");
        HttpResponse<String> refused = preflight("https://evil.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("/problems/forbidden");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "GET")
                        .header("Access-Control-Request-Headers", "authorization")
                        .build(),
                BodyHandlers.ofString());
    }
}
