package cn.huiying.command.calendar;

import cn.huiying.shared.time.WorkCalendar;

/** Reads what is committed of the working calendar. */
public interface WorkCalendars {

    /** The calendar with every year imported so far, as corrected so far. */
    WorkCalendar current();
}
