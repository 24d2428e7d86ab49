package cn.huiying.command.petition.door;

import cn.huiying.shared.rule.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Which clients of Open311 may post, and to what jurisdiction.
 *
 * @param jurisdiction the one {@code jurisdiction_id} that is served
 * @param accounts     the subject of the account that a client posts with, by the SHA-256 of its key in hexadecimal
 */
public record Open311Keys(String jurisdiction, Map<String, String> accounts) {

    public Open311Keys {
        accounts = Map.copyOf(accounts);
        accounts.forEach((digest, subject) -> {
            if (!digest.matches("[0-9a-f]{64}") || subject.isBlank()) {
                throw new IllegalArgumentException(
                        "huiying.open311.keys must map the SHA-256 of a key, in 64 lower-case"
                                + " hexadecimal digits, to the subject of an account.");
            }
        });
    }

    /** @throws Refused where no client has this key, which may be null */
    String subject(String key) {
        String subject = key == null ? null : accounts.get(digest(key));
        if (subject == null) {
            throw Refused.forbidden(
                    "api-key-unknown", "缺少 api_key 或该 api_key 无效。", "The api_key is missing or not valid.");
        }
        return subject;
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
