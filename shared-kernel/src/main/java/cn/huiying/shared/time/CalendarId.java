package cn.huiying.shared.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies the working calendar 工作日历 of a city.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code CAL-…}
 */
public record CalendarId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("CAL-\\d{6}");

    /** The one calendar there is: a year's notice may reach into the year before, so all years are decided on together. */
    public static final CalendarId CITY = new CalendarId("CAL-445200");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A calendar id must look like CAL-445200 but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
