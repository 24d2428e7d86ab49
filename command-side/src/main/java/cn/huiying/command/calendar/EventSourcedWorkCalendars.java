package cn.huiying.command.calendar;

import cn.huiying.command.common.KnownStreams;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.WorkCalendar;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the calendar's own stream. */
class EventSourcedWorkCalendars implements WorkCalendars {

    static final WorkCalendar NONE = WorkCalendar.of(List.of());

    private final KnownStreams<WorkCalendar, CalendarEvent> calendars;

    EventSourcedWorkCalendars(EventStore eventStore) {
        calendars = new KnownStreams<>(
                eventStore, CalendarEvent.class, NONE, (calendar, event) -> calendar.with(event.content()));
    }

    @Override
    public WorkCalendar current() {
        return calendars.state(CalendarId.CITY.toString());
    }
}
