package cn.huiying.command.calendar;

import cn.huiying.command.calendar.correcting.CorrectCalendarYear;
import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.QueryParameters;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the working calendar. */
@RestController
class CalendarRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final WorkCalendars calendars;
    private final InstantSource clock;

    CalendarRestApi(
            CommandDoor door, IdempotencyKeys keys, Bodies bodies, WorkCalendars calendars, InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One year of the calendar.
     *
     * @param published whether the notice was imported; without it the fixed holidays stand in, and deadlines are provisional
     * @param notice    null where it was not
     */
    record KnownYear(
            int year,
            boolean published,
            SortedSet<LocalDate> off,
            SortedSet<LocalDate> worked,
            @Nullable String notice) {

        static KnownYear of(CalendarYear year) {
            return new KnownYear(year.year(), true, year.off(), year.worked(), year.notice());
        }

        static KnownYear unpublished(Year year) {
            return new KnownYear(year.getValue(), false, WorkCalendar.fixedHolidays(year), new TreeSet<>(), null);
        }
    }

    /** Every year that deadlines can be counted in, oldest first; the last one is not published yet. */
    record KnownYears(List<KnownYear> years) {}

    @GetMapping("/api/calendar")
    ResponseEntity<KnownYears> years(HttpServletRequest request) {
        QueryParameters.of(request.getParameterMap());
        return answer(new KnownYears(known().toList()));
    }

    @GetMapping("/api/calendar/{year}")
    ResponseEntity<KnownYear> year(@PathVariable String year, HttpServletRequest request) {
        QueryParameters.of(request.getParameterMap());
        int number = number(year);
        return answer(known().filter(known -> known.year() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "calendar-year-not-found",
                        "工作日历中没有" + number + "年,可用年份见 GET /api/calendar。",
                        "The working calendar has no year " + number + "; GET /api/calendar lists those it has.")));
    }

    private Stream<KnownYear> known() {
        WorkCalendar calendar = calendars.current();
        return Stream.concat(
                calendar.years().stream().map(KnownYear::of),
                calendar.firstUnpublished().stream().map(KnownYear::unpublished));
    }

    @PostMapping("/api/calendar/{year}/import")
    ResponseEntity<KnownYear> importYear(
            Actor actor,
            @PathVariable String year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireKeeper(actor);
        ImportCalendarYear command = bodies.read(ImportCalendarYear.class, body, given(year), null, null);
        // What can't be a year is the caller's fault and goes no further.
        command.content();
        return sent(command, actor, keys.metadata(actor, "calendar/" + year + "/import", key, body));
    }

    @PostMapping("/api/calendar/{year}/correct")
    ResponseEntity<KnownYear> correctYear(
            Actor actor,
            @PathVariable String year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireKeeper(actor);
        CorrectCalendarYear command = bodies.read(CorrectCalendarYear.class, body, given(year), null, null);
        command.content();
        return sent(command, actor, keys.metadata(actor, "calendar/" + year + "/correct", key, body));
    }

    private Map<String, Object> given(String year) {
        return Map.of("calendarId", CalendarId.CITY, "year", number(year), "at", clock.instant());
    }

    private ResponseEntity<KnownYear> sent(Object command, Actor actor, Map<String, Object> metadata) {
        CalendarYear year = door.send(command, actor, metadata);
        return answer(KnownYear.of(year));
    }

    private static int number(String year) {
        if (!year.matches("\\d{4}")) {
            throw new InvalidInput("year", "form", "年份须是四位数字。", "The year must have four digits.");
        }
        return Integer.parseInt(year);
    }

    private static void requireKeeper(Actor actor) {
        if (actor.role() != Role.BUREAU_LEADER && actor.role() != Role.SYS_ADMIN) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导和系统管理员可以维护工作日历。",
                    "Only the bureau's leader and a system administrator may change the working calendar.");
        }
    }

    private <B> ResponseEntity<B> answer(B body) {
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(body);
    }
}
