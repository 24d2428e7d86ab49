package cn.huiying.command.common;

import cn.huiying.shared.rule.InvalidInput.Fault;
import java.util.Map;
import java.util.Optional;

/**
 * How long the texts may be that are sealed at the door (domain 9.2), by the name of the field.
 *
 * @param byField a field without a limit of its own has that of {@code default}
 */
public record TextLimits(Map<String, Range> byField) {

    /** In characters (Unicode code points), both inclusive. */
    public record Range(int min, int max) {}

    public TextLimits {
        byField = Map.copyOf(byField);
        if (!byField.containsKey("default")) {
            throw new IllegalArgumentException("The text limits need a “default”.");
        }
    }

    /** The fault, where a text is too long, too short or blank. */
    Optional<Fault> check(String field, String text) {
        Range range = byField.getOrDefault(field, byField.get("default"));
        int length = text.codePointCount(0, text.length());
        if (!text.isBlank() && length >= range.min() && length <= range.max()) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                "/" + field,
                "length",
                "“" + field + "”须为 " + range.min() + " 至 " + range.max() + " 字,现有 " + length + " 字。",
                "“" + field + "” must have " + range.min() + " to " + range.max() + " characters; it has " + length
                        + "."));
    }
}
