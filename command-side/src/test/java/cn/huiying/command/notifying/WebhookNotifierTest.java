package cn.huiying.command.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookNotifierTest {

    private static final String SECRET = "一个至少十六个字符长的共享密钥";
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Notification NOTIFICATION =
            History.submitted().accepted().told().getFirst();

    private record Got(Headers headers, String body) {}

    private final List<Got> got = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private String retryAfter;
    private HttpServer server;
    private WebhookNotifier notifier;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            got.add(new Got(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.poll(), -1);
            exchange.close();
        });
        server.start();
        notifier = new WebhookNotifier(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), SECRET, () -> NOW);
    }

    @AfterEach
    void stop() {
        notifier.close();
        server.stop(0);
    }

    private NotDelivered refused() {
        return catchThrowableOfType(NotDelivered.class, () -> notifier.deliver(NOTIFICATION));
    }

    @Test
    void the_body_says_who_is_told_what() throws Exception {
        notifier.deliver(NOTIFICATION);
        JsonNode body = JsonMapper.shared().readTree(got.getFirst().body());
        assertThat(body.get("id").stringValue()).isEqualTo(NOTIFICATION.id());
        assertThat(body.get("kind").stringValue()).isEqualTo("ACCEPTED");
        assertThat(body.at("/title/chinese").stringValue()).isEqualTo("受理告知");
        assertThat(body.at("/recipient/role").stringValue()).isEqualTo("CITIZEN");
        assertThat(body.at("/recipient/code").stringValue()).isEqualTo("ACC-wang");
        assertThat(body.get("petition").stringValue()).isEqualTo("PET-1");
        assertThat(body.get("at").stringValue()).isEqualTo("2023-03-06T01:00:00Z");
        assertThat(body.at("/text/english").stringValue()).isEqualTo("Petition JY20230306000001: it is accepted.");
    }

    @Test
    void the_signature_is_an_hmac_of_the_timestamp_and_the_body() throws Exception {
        notifier.deliver(NOTIFICATION);
        Headers headers = got.getFirst().headers();
        String timestamp = headers.getFirst("Huiying-Timestamp");
        assertThat(timestamp).isEqualTo("1795485600");
        assertThat(headers.getFirst("Huiying-Notification-Id")).isEqualTo(NOTIFICATION.id());
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(headers.getFirst("Huiying-Signature"))
                .isEqualTo("v1=" + hmac(SECRET, timestamp + "." + got.getFirst().body()));
    }

    /** By its definition in RFC 2104, not by the library that signs. */
    private static String hmac(String secret, String text) throws Exception {
        byte[] key = new byte[64];
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(given, 0, key, 0, given.length);
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(inner);
        byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(digest));
    }

    @Test
    void a_receiver_that_fails_once_gets_it_again_under_the_same_id() throws Exception {
        answers.add(500);
        answers.add(200);
        assertThat(refused().isForGood()).isFalse();
        notifier.deliver(NOTIFICATION);
        assertThat(got.stream().map(one -> one.headers().getFirst("Huiying-Notification-Id")))
                .containsExactly(NOTIFICATION.id(), NOTIFICATION.id());
    }

    @Test
    void a_receiver_that_has_too_much_says_when() {
        answers.add(429);
        retryAfter = "90";
        NotDelivered refused = refused();
        assertThat(refused.isForGood()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(refused).hasMessage("the receiver answered 429");
    }

    @ParameterizedTest
    @CsvSource({
        "90, 90",
        "0, 0",
        "'Tue, 24 Nov 2026 02:05:00 GMT', 300",
        "'Tue, 24 Nov 2026 01:00:00 GMT', 0",
        "999999999, 86400",
        "soon, 0",
        "-5, 0"
    })
    void when_is_seconds_or_a_date_and_not_longer_than_a_day(String said, long seconds) {
        assertThat(WebhookNotifier.rest(said, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 422})
    void a_receiver_that_will_never_take_it_is_not_asked_again(int status) {
        answers.add(status);
        assertThat(refused().isForGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 425, 429, 500, 502, 503, 504})
    void one_that_can_not_take_it_now_is(int status) {
        answers.add(status);
        assertThat(refused().isForGood()).isFalse();
    }

    @Test
    void a_connection_that_is_refused_is_tried_again() {
        server.stop(0);
        NotDelivered refused = refused();
        assertThat(refused.isForGood()).isFalse();
        assertThat(refused).hasMessageStartingWith("ConnectException");
    }

    @Test
    void an_address_needs_a_secret_and_a_secret_is_not_shown() {
        Path file = Path.of("outbox.sqlite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NotifyingSettings.of(file, "https://gateway.example/hook", "short"))
                .withMessageContaining("webhook-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NotifyingSettings.of(file, "gateway.example", SECRET))
                .withMessageContaining("webhook-url");
        assertThatCode(() -> NotifyingSettings.of(file, "", "")).doesNotThrowAnyException();
        assertThat(NotifyingSettings.of(file, "https://gateway.example/hook", SECRET + "…………")
                        .toString())
                .doesNotContain(SECRET);
    }
}
