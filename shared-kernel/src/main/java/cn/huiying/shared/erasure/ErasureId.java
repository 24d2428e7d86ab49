package cn.huiying.shared.erasure;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one erasure 个人信息删除.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ERS-…}
 */
public record ErasureId(@JsonValue String value) {

    private static final String PREFIX = "ERS-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ErasureId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("An erasure's id must look like ERS-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
