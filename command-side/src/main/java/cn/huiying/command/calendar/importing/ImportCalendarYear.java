package cn.huiying.command.calendar.importing;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarYear;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Brings the State Council's notice of one year into the working calendar 日历导入; the same content again changes nothing.
 *
 * @param off    放假
 * @param worked 调休上班
 * @param notice where the notice stands
 */
public record ImportCalendarYear(
        @TargetAggregateIdentifier CalendarId calendarId,
        int year,
        @NotNull SortedSet<LocalDate> off,
        @NotNull SortedSet<LocalDate> worked,
        @NotBlank @Size(max = 200) String notice,
        Instant at) {

    /** @throws InvalidInput with each day that can't be */
    public CalendarYear content() {
        return new CalendarYear(year, off, worked, notice);
    }
}
