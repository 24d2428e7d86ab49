package cn.huiying.command.petition;

import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Moments as an officer in Jieyang says them. */
final class Moments {

    /** Monday 6 March 2023, nine o'clock: a week without holidays lies ahead. */
    static final Instant MONDAY = moment("2023-03-06T09:00");

    private Moments() {}

    /** @param local such as {@code 2023-03-06T09:00} */
    static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    /** 24:00 of a day. */
    static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    static Instant justBefore(Instant moment) {
        return moment.minusMillis(1);
    }

    static Instant justAfter(Instant moment) {
        return moment.plusMillis(1);
    }
}
