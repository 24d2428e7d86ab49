package cn.huiying.command.notifying;

import java.net.URI;
import java.nio.file.Path;

/**
 * How notifications leave the platform.
 *
 * @param file   of the outbox, made where there is none
 * @param url    of the receiver; null where they are only logged
 * @param secret shared with the receiver
 */
public record NotifyingSettings(Path file, URI url, String secret) {

    private static final int SHORTEST_SECRET = 16;

    /**
     * As the operator set it.
     *
     * @param url empty for none
     * @throws IllegalArgumentException saying in one sentence what is wrong
     */
    public static NotifyingSettings of(Path file, String url, String secret) {
        if (url.isBlank()) {
            return new NotifyingSettings(file, null, "");
        }
        URI receiver = URI.create(url.strip());
        if (receiver.getHost() == null
                || !("https".equals(receiver.getScheme()) || "http".equals(receiver.getScheme()))) {
            throw new IllegalArgumentException("huiying.notifications.webhook-url must be an http or https address.");
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("huiying.notifications.webhook-secret must have at least "
                    + SHORTEST_SECRET + " characters where there is a webhook-url.");
        }
        return new NotifyingSettings(file, receiver, secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NotifyingSettings[" + file + ", " + url + "]";
    }
}
