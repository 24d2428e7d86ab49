package cn.huiying.shared.account;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies one account 账号 of a citizen or an enterprise.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ACC-…}
 */
public record AccountId(@JsonValue String value) {

    private static final String PREFIX = "ACC-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("An account id must look like ACC-… but is " + value);
        }
    }

    /** The account of the person whom the identity provider calls by this subject. */
    public static AccountId ofSubject(String subject) {
        String value = PREFIX + subject;
        if (IdForm.fits(PREFIX, value)) {
            return new AccountId(value);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return new AccountId(PREFIX + HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
