package cn.huiying.shared.organisation;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one agency 承办单位; the code follows the prefix.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code AGY-…}
 */
public record AgencyId(@JsonValue String value) {

    private static final String PREFIX = "AGY-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgencyId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("An agency id must look like AGY-… but is " + value);
        }
    }

    /** The identity of the agency with this directory code, such as {@code 445224-101}. */
    public static AgencyId of(String code) {
        return new AgencyId(PREFIX + code);
    }

    /** The directory code. */
    public String code() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
