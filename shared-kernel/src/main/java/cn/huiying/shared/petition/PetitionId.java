package cn.huiying.shared.petition;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one petition 诉求件.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code PET-…}
 */
public record PetitionId(@JsonValue String value) {

    private static final String PREFIX = "PET-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PetitionId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A petition id must look like PET-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
