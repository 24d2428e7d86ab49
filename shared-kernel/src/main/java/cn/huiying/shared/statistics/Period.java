package cn.huiying.shared.statistics;

import cn.huiying.shared.rule.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of whole days in Jieyang.
 *
 * @param to last day, included
 */
public record Period(Kind kind, LocalDate from, LocalDate to) {

    public enum Kind {
        DAY,
        /** Monday to Sunday, numbered as in ISO 8601. */
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /** Any other number of days. */
        CUSTOM
    }

    /** A year, a quarter, a month, a week or a day. */
    private static final Pattern FORM =
            Pattern.compile("([12]\\d{3})(?:-Q([1-4])|-W(\\d\\d)|-(\\d\\d)(?:-(\\d\\d))?)?");

    /** @throws InvalidInput where the text names no period */
    public static Period parse(String text) {
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                int year = Integer.parseInt(parts.group(1));
                if (parts.group(2) != null) {
                    return of(Kind.QUARTER, LocalDate.of(year, 3 * Integer.parseInt(parts.group(2)) - 2, 1));
                }
                if (parts.group(3) != null) {
                    return week(year, Integer.parseInt(parts.group(3)));
                }
                if (parts.group(4) == null) {
                    return of(Kind.YEAR, LocalDate.of(year, 1, 1));
                }
                int month = Integer.parseInt(parts.group(4));
                return parts.group(5) == null
                        ? of(Kind.MONTH, LocalDate.of(year, month, 1))
                        : of(Kind.DAY, LocalDate.of(year, month, Integer.parseInt(parts.group(5))));
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new InvalidInput(
                "period",
                "form",
                "period 须形如 2026、2026-Q3、2026-11、2026-W48 或 2026-11-30。",
                "“period” must look like 2026, 2026-Q3, 2026-11, 2026-W48 or 2026-11-30.");
    }

    private static Period week(int year, int week) {
        LocalDate inFirst = LocalDate.of(year, 1, 4);
        LocalDate monday = inFirst.with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L);
        if (week < 1 || monday.get(WeekFields.ISO.weekBasedYear()) != year) {
            throw new DateTimeException("No such week");
        }
        return of(Kind.WEEK, monday);
    }

    /** The period of a kind that a day lies in. */
    public static Period of(Kind kind, LocalDate day) {
        LocalDate from =
                switch (kind) {
                    case DAY, CUSTOM -> day;
                    case WEEK -> day.with(WeekFields.ISO.dayOfWeek(), 1);
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                    case YEAR -> day.withDayOfYear(1);
                };
        LocalDate next =
                switch (kind) {
                    case DAY, CUSTOM -> from.plusDays(1);
                    case WEEK -> from.plusWeeks(1);
                    case MONTH -> from.plusMonths(1);
                    case QUARTER -> from.plusMonths(3);
                    case YEAR -> from.plusYears(1);
                };
        return new Period(kind, from, next.minusDays(1));
    }

    /** 环比: the period just before, as long as this one. */
    public Period before() {
        return kind == Kind.CUSTOM
                ? new Period(kind, from.minusDays(days()), from.minusDays(1))
                : of(kind, from.minusDays(1));
    }

    /** 同比: the same period of the year before; a week is the one of the same number, or the last where there is none. */
    public Period aYearBefore() {
        return switch (kind) {
            case CUSTOM -> new Period(kind, from.minusYears(1), to.minusYears(1));
            case WEEK -> {
                int year = from.get(WeekFields.ISO.weekBasedYear()) - 1;
                int number = from.get(WeekFields.ISO.weekOfWeekBasedYear());
                long last = LocalDate.of(year, 12, 28).get(WeekFields.ISO.weekOfWeekBasedYear());
                yield week(year, (int) Math.min(number, last));
            }
            default -> of(kind, from.minusYears(1));
        };
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether it is over. */
    public boolean closed(LocalDate today) {
        return to.isBefore(today);
    }

    /** As it is asked for: {@code 2026-11}. */
    public String name() {
        return switch (kind) {
            case DAY -> from.toString();
            case WEEK ->
                "%d-W%02d"
                        .formatted(
                                from.get(WeekFields.ISO.weekBasedYear()),
                                from.get(WeekFields.ISO.weekOfWeekBasedYear()));
            case MONTH -> "%d-%02d".formatted(from.getYear(), from.getMonthValue());
            case QUARTER -> from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> "" + from.getYear();
            case CUSTOM -> from + "/" + to;
        };
    }

    /** As an officer writes it: 2026年11月. */
    public String chinese() {
        return switch (kind) {
            case DAY -> "%d年%d月%d日".formatted(from.getYear(), from.getMonthValue(), from.getDayOfMonth());
            case WEEK ->
                "%d年第%d周"
                        .formatted(
                                from.get(WeekFields.ISO.weekBasedYear()),
                                from.get(WeekFields.ISO.weekOfWeekBasedYear()));
            case MONTH -> "%d年%d月".formatted(from.getYear(), from.getMonthValue());
            case QUARTER -> "%d年第%d季度".formatted(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> from.getYear() + "年";
            case CUSTOM -> from + " 至 " + to;
        };
    }
}
