package cn.huiying.query.common;

import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Opaque positions in a list. A cursor is bound to the query that made it and can't be altered.
 */
public class Cursors {

    /** Where a page begins: before or after the item with these sort values. */
    public record Cursor(boolean backwards, String[] values) {}

    private final Vault vault;

    public Cursors(Vault vault) {
        this.vault = vault;
    }

    /** The text of a cursor. */
    public String write(String list, Parameters query, boolean backwards, String... values) {
        String payload = (backwards ? "p" : "n") + " " + String.join(" ", values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + signature(list, query, payload);
    }

    /**
     * Reads a cursor.
     *
     * @param count how many sort values it has
     * @throws InvalidInput where it is not of this list and query, or was altered
     */
    public Cursor read(String list, Parameters query, String text, int count) {
        int dot = text.indexOf('.');
        try {
            String payload = new String(
                    Base64.getUrlDecoder().decode(text.substring(0, Math.max(dot, 0))), StandardCharsets.UTF_8);
            if (dot > 0 && signature(list, query, payload).equals(text.substring(dot + 1))) {
                String[] parts = payload.split(" ");
                if (parts.length == count + 1) {
                    return new Cursor(parts[0].equals("p"), java.util.Arrays.copyOfRange(parts, 1, parts.length));
                }
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new InvalidInput(
                "cursor",
                "bad-cursor",
                "游标无效:它不属于这个查询,或已被改动。请从第一页重新开始。",
                "The cursor is not of this query or was altered; start again from the first page.");
    }

    private String signature(String list, Parameters query, String payload) {
        return vault.digest("cursor", list + "\n" + query.fingerprint() + "\n" + payload)
                .substring(0, 24);
    }
}
