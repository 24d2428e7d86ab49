package cn.huiying.shared.suggestion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one special report on suggestions 专项情况报告.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code SPR-…}
 */
public record SpecialReportId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("SPR-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpecialReportId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A special report's id must look like SPR-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
