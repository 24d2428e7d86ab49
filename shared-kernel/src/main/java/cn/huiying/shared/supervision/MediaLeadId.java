package cn.huiying.shared.supervision;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one media lead 媒体线索.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code LEAD-…}
 */
public record MediaLeadId(@JsonValue String value) {

    private static final String PREFIX = "LEAD-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediaLeadId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A media lead's id must look like LEAD-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
