package cn.huiying.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 日历更正: an imported year was replaced as a whole.
 */
@Revision("1")
public record CalendarCorrected(
        CalendarId calendarId,
        int year,
        List<LocalDate> off,
        List<LocalDate> worked,
        String notice,
        String reason,
        Instant at)
        implements CalendarEvent {

    public CalendarCorrected {
        off = List.copyOf(off);
        worked = List.copyOf(worked);
    }
}
