package cn.huiying.command.shipping;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.deadlinepolicy.publishing.PublishDeadlinePolicy;
import cn.huiying.shared.deadline.PolicySeriesId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import java.time.InstantSource;
import java.time.Year;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Brings the calendar years and the policy that ship with the platform into a log that has none. A year or a policy that is
 * there stays as it is, corrected or not; a start that was interrupted is completed by the next.
 */
public class ShippingTimeRules {

    private final CommandDoor door;
    private final WorkCalendars calendars;
    private final DeadlinePolicies policies;
    private final InstantSource clock;

    ShippingTimeRules(CommandDoor door, WorkCalendars calendars, DeadlinePolicies policies, InstantSource clock) {
        this.door = door;
        this.calendars = calendars;
        this.policies = policies;
        this.clock = clock;
    }

    /** Nothing decides on deadlines before this has returned. */
    public void ship() {
        for (CalendarYear year : WorkCalendar.shipped().years()) {
            unlessThere(
                    () -> calendars.current().isPublished(Year.of(year.year())),
                    new ImportCalendarYear(
                            CalendarId.CITY, year.year(), year.off(), year.worked(), year.notice(), clock.instant()));
        }
        PolicyFiles.shipped()
                .published()
                .forEach(policy -> unlessThere(
                        () -> !policies.current().published().isEmpty(),
                        new PublishDeadlinePolicy(PolicySeriesId.CITY, policy, clock.instant())));
    }

    private void unlessThere(BooleanSupplier isThere, Object command) {
        if (isThere.getAsBoolean()) {
            return;
        }
        try {
            door.send(command, Actor.SYSTEM, Map.of());
        } catch (RuntimeException e) {
            // Another node started at the same moment and was first.
            if (!isThere.getAsBoolean()) {
                throw e;
            }
        }
    }
}
