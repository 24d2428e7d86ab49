package cn.huiying.shared.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one policy for enterprises 惠企政策.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code POL-…}
 */
public record PolicyId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("POL-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A policy's id must look like POL-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
