package cn.huiying.shared.petition;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one measure that suggestions were converted into 转化措施.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code MEA-…}
 */
public record MeasureId(@JsonValue String value) {

    private static final String PREFIX = "MEA-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeasureId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A measure's id must look like MEA-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
