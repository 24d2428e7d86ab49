package cn.huiying.shared.supervision;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one leader's instruction 领导批示.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code INS-…}
 */
public record InstructionId(@JsonValue String value) {

    private static final String PREFIX = "INS-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstructionId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("An instruction's id must look like INS-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
