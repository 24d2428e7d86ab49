package cn.huiying.shared.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies a scanned document by its content.
 *
 * @param value {@code DOC-} and the SHA-256 of the document as it is kept, in 64 hexadecimal digits
 * @throws IllegalArgumentException where the value has not that form
 */
public record DocumentId(@JsonValue String value) {

    private static final String PREFIX = "DOC-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A document's id must look like DOC-… but is " + value);
        }
    }

    public static DocumentId of(String sha256) {
        return new DocumentId(PREFIX + sha256);
    }

    public String sha256() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
