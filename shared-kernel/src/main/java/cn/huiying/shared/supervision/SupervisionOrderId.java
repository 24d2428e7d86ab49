package cn.huiying.shared.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one supervision order 督办件.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ORD-…}
 */
public record SupervisionOrderId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ORD-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupervisionOrderId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A supervision order's id must look like ORD-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
