package cn.huiying.shared.suggestion;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one special report on suggestions 专项情况报告.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code SPR-…}
 */
public record SpecialReportId(@JsonValue String value) {

    private static final String PREFIX = "SPR-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpecialReportId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A special report's id must look like SPR-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
