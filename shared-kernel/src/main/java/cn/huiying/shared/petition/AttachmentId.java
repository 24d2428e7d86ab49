package cn.huiying.shared.petition;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one attachment 附件 of a petition.
 *
 * @throws IllegalArgumentException where the value has not the form {@code ATT-…}
 */
public record AttachmentId(@JsonValue String value) {

    private static final String PREFIX = "ATT-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttachmentId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("An attachment id must look like ATT-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
