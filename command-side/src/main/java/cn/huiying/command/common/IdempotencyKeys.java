package cn.huiying.command.common;

import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the {@code Idempotency-Key} of a request into metadata of its command. */
public class IdempotencyKeys {

    /** The header that brings the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Vault vault;

    public IdempotencyKeys(Vault vault) {
        this.vault = vault;
    }

    /**
     * The metadata; nothing where the request has no key.
     *
     * @param target what is asked of whom: the same key on another target is another request
     * @param key    the header; null where there is none
     * @param body   null where there is none; its text tells it from another body
     * @throws InvalidInput where the key is malformed
     */
    public Map<String, Object> metadata(Actor actor, String target, String key, Object body) {
        Map<String, Object> metadata = new HashMap<>();
        if (key != null) {
            if (!FORM.matcher(key).matches()) {
                throw new InvalidInput(
                        HEADER,
                        "form",
                        "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。",
                        "Idempotency-Key must be 1 to 255 visible ASCII characters.");
            }
            metadata.put(CommandMetadata.IDEMPOTENCY_KEY, Digests.of(actor.id(), target, key));
            // Keyed, since the digest is kept in the clear and a short body, such as a name and a phone, could be
            // guessed.
            metadata.put(CommandMetadata.REQUEST_DIGEST, vault.digest("request", body == null ? "" : body.toString()));
        }
        return metadata;
    }
}
