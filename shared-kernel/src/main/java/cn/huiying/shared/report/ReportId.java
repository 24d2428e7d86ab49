package cn.huiying.shared.report;

import cn.huiying.shared.statistics.Period;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies what is reported, such as {@code RPT-MONTHLY-2023-03}: each time the figures of a kind, period and topic are others,
 * it has another edition.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code RPT-}, a kind and a period or a topic's digest
 */
public record ReportId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile(
            "RPT-(DAILY-\\d{4}-\\d\\d-\\d\\d|WEEKLY-\\d{4}-W\\d\\d|MONTHLY-\\d{4}-\\d\\d|ANNUAL-\\d{4}|TOPIC-[0-9a-f]{32})");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A report's id must look like RPT-MONTHLY-2023-03 but is " + value);
        }
    }

    public static ReportId of(ReportKind kind, Period period) {
        return new ReportId("RPT-" + kind + "-" + period.name());
    }

    /** @param digest of period and topic, 32 hexadecimal digits */
    public static ReportId ofTopic(String digest) {
        return new ReportId("RPT-TOPIC-" + digest);
    }

    @Override
    public String toString() {
        return value;
    }
}
