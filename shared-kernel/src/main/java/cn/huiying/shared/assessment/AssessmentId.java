package cn.huiying.shared.assessment;

import cn.huiying.shared.statistics.Period;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies the assessment of a period 考核期, such as {@code ASM-2026-11}: a period is assessed once.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ASM-…}, followed by a period's name
 */
public record AssessmentId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ASM-[12]\\d{3}(-(Q[1-4]|W\\d\\d|\\d\\d(-\\d\\d)?))?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssessmentId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An assessment's id must look like ASM-2026-11 but is " + value);
        }
    }

    public static AssessmentId of(Period period) {
        return new AssessmentId("ASM-" + period.name());
    }

    /** What is assessed. */
    public Period period() {
        return Period.parse(value.substring(4));
    }

    @Override
    public String toString() {
        return value;
    }
}
