package cn.huiying.shared.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one attachment 附件 of a petition.
 *
 * @throws IllegalArgumentException where the value has not the form {@code ATT-…}
 */
public record AttachmentId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ATT-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttachmentId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An attachment id must look like ATT-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
