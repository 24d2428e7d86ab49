package cn.huiying.shared.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies one erasure 个人信息删除.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code ERS-…}
 */
public record ErasureId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ERS-[0-9A-Za-z._-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ErasureId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An erasure's id must look like ERS-… but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
