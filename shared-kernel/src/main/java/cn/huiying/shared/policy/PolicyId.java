package cn.huiying.shared.policy;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one policy for enterprises 惠企政策.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code POL-…}
 */
public record PolicyId(@JsonValue String value) {

    private static final String PREFIX = "POL-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A policy's id must look like POL-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
