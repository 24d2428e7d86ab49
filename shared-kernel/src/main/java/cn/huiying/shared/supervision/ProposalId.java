package cn.huiying.shared.supervision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one proposal 三项建议.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code PRO-…}
 */
public record ProposalId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("PRO-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProposalId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A proposal's id must look like PRO-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
