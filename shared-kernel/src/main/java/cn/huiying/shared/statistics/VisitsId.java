package cn.huiying.shared.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names what one node's public doors counted in one hour, such as {@code VIS-2026113009-5f3a90c1}: the hour in Jieyang, the node.
 *
 * @throws IllegalArgumentException where the value has not this form
 */
public record VisitsId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("VIS-\\d{10}-[0-9a-f]{8}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VisitsId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The id of an hour's visits must look like VIS-yyyyMMddHH-xxxxxxxx but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
