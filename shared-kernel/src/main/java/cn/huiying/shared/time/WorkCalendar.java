package cn.huiying.shared.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The working calendar 工作日历: Monday to Friday, less the days off, plus the make-up working days 调休 of the State Council's
 * yearly notice. A year without a notice counts weekends and the statutory days with a fixed date as off.
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

    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;
    private final Set<Year> published;

    private WorkCalendar(Set<LocalDate> off, Set<LocalDate> worked, Set<Year> published) {
        this.off = off;
        this.worked = worked;
        this.published = published;
    }

    /** The calendar with the years that ship with the platform. */
    public static WorkCalendar shipped() {
        try (InputStream in = WorkCalendar.class.getResourceAsStream("working-days.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Set<LocalDate>> days = new HashMap<>(Map.of("off", new HashSet<>(), "work", new HashSet<>()));
            Set<Year> published = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] words = line.split(" ");
                published.add(Year.parse(words[0]));
                for (int i = 2; i < words.length; i++) {
                    days.get(words[1]).add(LocalDate.parse(words[0] + "-" + words[i]));
                }
            }
            return new WorkCalendar(days.get("off"), days.get("work"), published);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether offices work on this day. */
    public boolean isWorkday(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || off.contains(day)) {
            return false;
        }
        return published.contains(Year.from(day)) || !FIXED_HOLIDAYS.contains(MonthDay.from(day));
    }

    /**
     * The n-th working day after a day, which itself is not counted (民法典 Art. 201).
     *
     * @param workdays at least 1
     */
    public LocalDate plusWorkdays(LocalDate start, int workdays) {
        LocalDate day = start;
        for (int left = workdays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    /** The end, 24:00 in Jieyang, of the n-th working day after a moment's day (民法典 Arts. 201, 203). */
    public Instant endOfWorkday(Instant start, int workdays) {
        return endOf(plusWorkdays(dateOf(start), workdays));
    }

    /**
     * The end, 24:00 in Jieyang, of the n-th calendar day after a moment's day; where that is a day off, of the next working
     * day (民法典 Arts. 201, 203).
     */
    public Instant endOfCalendarDay(Instant start, int days) {
        LocalDate last = dateOf(start).plusDays(days);
        return endOf(isWorkday(last) ? last : plusWorkdays(last, 1));
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

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
