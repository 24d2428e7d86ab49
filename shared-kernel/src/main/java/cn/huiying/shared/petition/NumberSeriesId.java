package cn.huiying.shared.petition;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies the series of petition numbers of one day.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code NUM-…}
 */
public record NumberSeriesId(@JsonValue String value) {

    private static final String PREFIX = "NUM-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NumberSeriesId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A number series id must look like NUM-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
