package cn.huiying.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 工作日历导入: the State Council's notice of one year came in.
 */
@Revision("1")
public record CalendarImported(
        CalendarId calendarId, int year, List<LocalDate> off, List<LocalDate> worked, String notice, Instant at)
        implements CalendarEvent {

    public CalendarImported {
        off = List.copyOf(off);
        worked = List.copyOf(worked);
    }
}
