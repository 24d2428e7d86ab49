package cn.huiying.command.notifying;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Posts notifications to one receiver, signed, so that it knows who sent them and that nobody changed them. */
class WebhookNotifier implements Notifier, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whatever a receiver asks for, within a day it is tried again. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI url;
    private final byte[] secret;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    WebhookNotifier(URI url, String secret, InstantSource clock) {
        this.url = url;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @Override
    public void deliver(Notification notification) throws NotDelivered, InterruptedException {
        String body = JSON.writeValueAsString(notification);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Huiying-Notification-Id", notification.id())
                .header("Huiying-Timestamp", timestamp)
                .header("Huiying-Signature", "v1=" + signature(timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<Void> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw NotDelivered.forNow(e.getClass().getSimpleName() + ": " + e.getMessage(), Duration.ZERO);
        }
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return;
        }
        String said = "the receiver answered " + status;
        if (status / 100 == 4 && !TRY_AGAIN.contains(status)) {
            throw NotDelivered.forGood(said);
        }
        throw NotDelivered.forNow(
                said,
                answer.headers()
                        .firstValue("Retry-After")
                        .map(value -> rest(value, clock.instant()))
                        .orElse(Duration.ZERO));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds or a date (RFC 9110, 10.2.3); zero where it is neither. */
    static Duration rest(String retryAfter, Instant now) {
        Duration rest;
        try {
            rest = retryAfter.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
        if (rest.isNegative()) {
            return Duration.ZERO;
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
