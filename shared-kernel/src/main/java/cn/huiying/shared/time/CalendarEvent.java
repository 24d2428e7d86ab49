package cn.huiying.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** What can happen to the working calendar. */
public sealed interface CalendarEvent permits CalendarImported, CalendarCorrected {

    CalendarId calendarId();

    int year();

    /** The days off 放假. */
    List<LocalDate> off();

    /** The weekend days that are worked 调休上班. */
    List<LocalDate> worked();

    /** Where the State Council's notice stands. */
    String notice();

    /** When it happened. */
    Instant at();

    /** The year as it counts from then on. */
    default CalendarYear content() {
        return new CalendarYear(year(), new TreeSet<>(off()), new TreeSet<>(worked()), notice());
    }
}
