package cn.huiying.shared.supervision;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one proposal 三项建议.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code PRO-…}
 */
public record ProposalId(@JsonValue String value) {

    private static final String PREFIX = "PRO-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProposalId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A proposal's id must look like PRO-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
