package cn.huiying.shared.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one petition 诉求件.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code PET-…}
 */
public record PetitionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("PET-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PetitionId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A petition id must look like PET-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
