package cn.huiying.shared.serialization;

import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a day in the form in which the log holds it, {@code yyyy-MM-dd}, without the general formatter, which took a tenth of the time
 * for decoding an event. Every other form is left to {@link LocalDate#parse}.
 */
final class DayReader extends StdDeserializer<LocalDate> {

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        return read(parser.getString());
    }

    /** @throws java.time.DateTimeException where the text is no day */
    static LocalDate read(String text) {
        return isPlain(text) ? day(text) : LocalDate.parse(text);
    }

    /** The day that a text of that form starts with. */
    static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** Of digits. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isPlain(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char actual = text.charAt(i);
            if (i == 4 || i == 7 ? actual != '-' : actual < '0' || actual > '9') {
                return false;
            }
        }
        return true;
    }
}
