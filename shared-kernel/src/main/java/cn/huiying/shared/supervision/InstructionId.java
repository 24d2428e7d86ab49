package cn.huiying.shared.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one leader's instruction 领导批示.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code INS-…}
 */
public record InstructionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("INS-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstructionId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An instruction's id must look like INS-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
