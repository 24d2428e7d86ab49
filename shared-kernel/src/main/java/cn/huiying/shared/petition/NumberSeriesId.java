package cn.huiying.shared.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies the series of petition numbers of one day.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code NUM-…}
 */
public record NumberSeriesId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("NUM-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NumberSeriesId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A number series id must look like NUM-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
