package cn.huiying.shared.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one measure that suggestions were converted into 转化措施.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code MEA-…}
 */
public record MeasureId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("MEA-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeasureId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A measure's id must look like MEA-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
