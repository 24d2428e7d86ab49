package cn.huiying.query.statistics;

import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarYear;

/** A year of the working calendar, kept to count working days by; it is not counted itself. */
record CalendarFact(CalendarYear year) implements Fact {

    static CalendarFact of(CalendarEvent event) {
        return new CalendarFact(event.content());
    }

    @Override
    public String id() {
        return "calendar " + year.year();
    }

    @Override
    public Cell cell() {
        return null;
    }
}
