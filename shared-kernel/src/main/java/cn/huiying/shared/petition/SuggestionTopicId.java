package cn.huiying.shared.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one topic of solicitation 征集专题.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code TOP-…}
 */
public record SuggestionTopicId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("TOP-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SuggestionTopicId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A topic's id must look like TOP-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
