package cn.huiying.shared.supervision;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one supervision order 督办件.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ORD-…}
 */
public record SupervisionOrderId(@JsonValue String value) {

    private static final String PREFIX = "ORD-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupervisionOrderId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A supervision order's id must look like ORD-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
