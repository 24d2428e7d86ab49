package cn.huiying.shared.petition;

import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one topic of solicitation 征集专题.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code TOP-…}
 */
public record SuggestionTopicId(@JsonValue String value) {

    private static final String PREFIX = "TOP-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SuggestionTopicId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A topic's id must look like TOP-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
