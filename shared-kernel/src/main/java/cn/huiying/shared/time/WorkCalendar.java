package cn.huiying.shared.time;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The working calendar 工作日历: Monday to Friday, less the days off, plus the make-up working days 调休 of the State Council's
 * yearly notice. A year without a notice counts weekends and the statutory days with a fixed date as off. A value: importing
 * or correcting a year makes another calendar.
 */
public final class WorkCalendar {

    /** Dates of the procedure are dates of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 全国年节及纪念日放假办法 (2024), the days whose date does not follow the lunar calendar or the solar terms. */
    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    /** By year; a day of the last week of December may stand in the notice of its own year or of the next. */
    private final SortedMap<Integer, CalendarYear> years;

    private WorkCalendar(SortedMap<Integer, CalendarYear> years) {
        this.years = years;
    }

    /**
     * The calendar of these years.
     *
     * @throws InvalidInput where a year comes twice
     */
    public static WorkCalendar of(Collection<CalendarYear> years) {
        SortedMap<Integer, CalendarYear> byYear = new TreeMap<>();
        for (CalendarYear year : years) {
            if (byYear.put(year.year(), year) != null) {
                throw new InvalidInput(
                        "/year", "year-twice", year.year() + "年重复。", "The year " + year.year() + " is there twice.");
            }
        }
        return new WorkCalendar(byYear);
    }

    /** The calendar with the years that ship with the platform. */
    public static WorkCalendar shipped() {
        return of(ShippedYears.read());
    }

    /** The calendar with one more year 日历导入, or with that year corrected 日历更正. */
    public WorkCalendar with(CalendarYear year) {
        SortedMap<Integer, CalendarYear> byYear = new TreeMap<>(years);
        byYear.put(year.year(), year);
        return new WorkCalendar(byYear);
    }

    /** The published years, oldest first. */
    public List<CalendarYear> years() {
        return List.copyOf(years.values());
    }

    /** Whether the State Council's notice for this year is known. */
    public boolean isPublished(Year year) {
        return years.containsKey(year.getValue());
    }

    /** What is known of a year by its notice. */
    public Optional<CalendarYear> year(Year year) {
        return Optional.ofNullable(years.get(year.getValue()));
    }

    /** What counts as off, beside the weekends, in a year whose notice is not published. */
    public static SortedSet<LocalDate> fixedHolidays(Year year) {
        return FIXED_HOLIDAYS.stream()
                .map(day -> day.atYear(year.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first year whose notice is to come; a count that looks at it is provisional. */
    public Optional<Year> firstUnpublished() {
        return years.isEmpty() ? Optional.empty() : Optional.of(Year.of(years.lastKey() + 1));
    }

    /**
     * Makes sure that a count can start on this day: in a year with a notice or in the one after the last of them.
     *
     * @throws Refused where it can't, naming the years
     */
    public void requireCountable(LocalDate start) {
        require(start, 1);
    }

    /** @param ahead by how many years the day may lie after the last one with a notice */
    private void require(LocalDate day, int ahead) {
        if (!reaches(day, ahead)) {
            throw years.isEmpty() ? noYears() : outOfTheYears(day);
        }
    }

    private boolean reaches(LocalDate day, int ahead) {
        // The first notice may speak of the last week of the year before.
        return !years.isEmpty()
                && !day.isBefore(LocalDate.of(years.firstKey() - 1, 12, 25))
                && day.getYear() <= years.lastKey() + ahead;
    }

    private static Refused noYears() {
        return Refused.byRule(
                "the-calendar-knows-the-day",
                "工作日历尚未导入任何年份,请先导入。",
                "The working calendar has no year yet; import one first.");
    }

    private Refused outOfTheYears(LocalDate day) {
        int first = years.firstKey();
        int last = years.lastKey() + 1;
        return Refused.byRule(
                "the-calendar-knows-the-day",
                "工作日历只能推算" + first + "年至" + last + "年的期限," + day + " 不在其中,请改用其中的日期或先导入相应年份。",
                "The working calendar can count from " + first + " to " + last + " and does not reach " + day
                        + "; choose a day of these years or import the missing ones first.");
    }

    /**
     * Whether offices work on this day.
     *
     * @throws Refused where the calendar can't know it
     */
    public boolean isWorkday(LocalDate day) {
        return rest(day).isEmpty();
    }

    /**
     * Why offices rest on this day; empty on a working day.
     *
     * @throws Refused where the calendar can't know it
     */
    public Optional<SkipReason> rest(LocalDate day) {
        // A count that starts in the last year that can be counted may run into the next.
        require(day, 2);
        // The later notice has the last word on the last days of December.
        for (int year : new int[] {day.getYear() + 1, day.getYear()}) {
            CalendarYear notice = years.get(year);
            if (notice != null && notice.worked().contains(day)) {
                return Optional.empty();
            }
            if (notice != null && notice.off().contains(day)) {
                return Optional.of(SkipReason.NOTICE);
            }
        }
        if (!isPublished(Year.from(day)) && FIXED_HOLIDAYS.contains(MonthDay.from(day))) {
            return Optional.of(SkipReason.FIXED_HOLIDAY);
        }
        return CalendarYear.isWeekend(day) ? Optional.of(SkipReason.WEEKEND) : Optional.empty();
    }

    /**
     * Counts working days after a day, which itself is not counted (民法典 Art. 201). A working day on which the clock stood
     * still does not count.
     *
     * @param workdays at least 1
     */
    public DayCount countWorkdays(LocalDate start, int workdays, List<Pause> pauses) {
        List<SkippedDay> skipped = new ArrayList<>();
        boolean provisional = false;
        LocalDate day = start;
        for (int left = workdays; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !isPublished(Year.from(day));
            Optional<SkipReason> skip = rest(day).or(stoodStill(day, pauses));
            if (skip.isPresent()) {
                skipped.add(new SkippedDay(day, skip.get()));
            } else {
                left--;
            }
        }
        return new DayCount(day, skipped, provisional);
    }

    /**
     * Counts calendar days after a day, which itself is not counted; where the last one is a day of rest, the next working day
     * takes its place (民法典 Arts. 201, 203). A day on which the clock stood still does not count.
     *
     * @param days at least 1
     */
    public DayCount countCalendarDays(LocalDate start, int days, List<Pause> pauses) {
        List<SkippedDay> skipped = new ArrayList<>();
        boolean provisional = false;
        // Where the clock did not stand still, no day but the last can fail to count.
        int left = pauses.isEmpty() ? 1 : days;
        LocalDate day = start.plusDays(days - left);
        while (left > 0) {
            day = day.plusDays(1);
            Optional<SkipReason> skip = stoodStill(day, pauses).get();
            if (skip.isEmpty() && left == 1) {
                provisional |= !isPublished(Year.from(day));
                skip = rest(day);
            }
            if (skip.isPresent()) {
                skipped.add(new SkippedDay(day, skip.get()));
            } else {
                left--;
            }
        }
        return new DayCount(day, skipped, provisional);
    }

    private static Supplier<Optional<SkipReason>> stoodStill(LocalDate day, List<Pause> pauses) {
        return () ->
                pauses.stream().filter(pause -> pause.covers(day)).findFirst().map(pause -> SkipReason.PAUSE);
    }

    /**
     * The n-th working day after a day, which itself is not counted (民法典 Art. 201).
     *
     * @param workdays at least 1
     */
    public LocalDate plusWorkdays(LocalDate start, int workdays) {
        return countWorkdays(start, workdays, List.of()).last();
    }

    /** The working days after a day, up to another, which counts; empty where the calendar does not reach one of them. */
    public OptionalInt workdaysBetween(LocalDate after, LocalDate to) {
        return reaches(after, 2) && reaches(to, 2)
                ? OptionalInt.of((int) after.plusDays(1)
                        .datesUntil(to.isAfter(after) ? to.plusDays(1) : after.plusDays(1))
                        .filter(this::isWorkday)
                        .count())
                : OptionalInt.empty();
    }

    /** The last working day before a day. */
    public LocalDate workdayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkday(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** The end, 24:00 in Jieyang, of the n-th working day after a moment's day (民法典 Arts. 201, 203). */
    public Instant endOfWorkday(Instant start, int workdays) {
        return endOf(plusWorkdays(dateOf(start), workdays));
    }

    private static Duration overlap(Instant from, Instant to, Instant open, Instant closed) {
        Instant begin = from.isAfter(open) ? from : open;
        Instant end = to.isBefore(closed) ? to : closed;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    /** The first moment from which no more than this working time is left until the end. */
    public Instant workingTimeBefore(Instant end, Duration time, OfficeHours hours) {
        Duration left = time;
        LocalDate day = dateOf(end);
        while (true) {
            if (isWorkday(day)) {
                Instant[][] sessions = {
                    {at(day, hours.afternoonFrom()), at(day, hours.afternoonTo())},
                    {at(day, hours.morningFrom()), at(day, hours.morningTo())}
                };
                for (Instant[] session : sessions) {
                    Instant closed = end.isBefore(session[1]) ? end : session[1];
                    Duration length = overlap(session[0], end, session[0], session[1]);
                    if (left.compareTo(length) < 0) {
                        return closed.minus(left);
                    }
                    left = left.minus(length);
                }
            }
            day = day.minusDays(1);
        }
    }

    /** The date in Jieyang. */
    public static LocalDate dateOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** A moment as an officer reads it, in Jieyang's time; midnight is 24:00 of the day that ends. */
    public static String text(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1) + " 24:00"
                : local.toLocalDate() + " " + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** 24:00 in Jieyang. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
