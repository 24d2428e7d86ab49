package cn.huiying.shared.serialization;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads an instant in the form in which the log holds it, {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z}, without the general formatter,
 * which took more than a third of the time for decoding an event. Every other form is left to {@link Instant#parse}.
 */
final class InstantReader extends StdDeserializer<Instant> {

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        return read(parser.getString());
    }

    /** @throws java.time.DateTimeException where the text is no instant */
    static Instant read(String text) {
        int length = text.length();
        if (!isPlain(text, length)) {
            return Instant.parse(text);
        }
        int hour = DayReader.number(text, 11, 13);
        int minute = DayReader.number(text, 14, 16);
        int second = DayReader.number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        int nanos = 0;
        if (length > 20) {
            nanos = DayReader.number(text, 20, length - 1);
            for (int digits = length - 21; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        long day = DayReader.day(text).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second, nanos);
    }

    private static boolean isPlain(String text, int length) {
        if (length != 20 && (length < 22 || length > 30)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char expected =
                    switch (i) {
                        case 4, 7 -> '-';
                        case 10 -> 'T';
                        case 13, 16 -> ':';
                        case 19 -> length == 20 ? 'Z' : '.';
                        default -> i == length - 1 ? 'Z' : '0';
                    };
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }
}
