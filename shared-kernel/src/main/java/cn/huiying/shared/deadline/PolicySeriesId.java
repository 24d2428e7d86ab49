package cn.huiying.shared.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies the series of deadline policies 时限策略 of a city.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code POL-…}
 */
public record PolicySeriesId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("POL-\\d{6}");

    /** The one series there is: policies take effect one after the other, so all of them are decided on together. */
    public static final PolicySeriesId CITY = new PolicySeriesId("POL-445200");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicySeriesId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A policy series id must look like POL-445200 but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
