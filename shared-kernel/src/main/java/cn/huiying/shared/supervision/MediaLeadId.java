package cn.huiying.shared.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one media lead 媒体线索.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code LEAD-…}
 */
public record MediaLeadId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("LEAD-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediaLeadId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A media lead's id must look like LEAD-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
