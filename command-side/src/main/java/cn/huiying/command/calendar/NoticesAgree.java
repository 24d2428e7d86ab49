package cn.huiying.command.calendar;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.time.Year;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two years' notices may speak of the same day at the turn of the year, and then say the same. */
final class NoticesAgree {

    private NoticesAgree() {}

    /** @throws Refused where the rule is broken */
    static void check(WorkCalendar calendar, CalendarYear year) {
        Stream.of(year.year() - 1, year.year() + 1)
                .flatMap(other -> calendar.year(Year.of(other)).stream())
                .forEach(other -> {
                    SortedSet<LocalDate> disputed = common(year.off(), other.worked());
                    disputed.addAll(common(year.worked(), other.off()));
                    if (!disputed.isEmpty()) {
                        throw Refused.byRule(
                                "notices-agree",
                                year.year() + "年与已导入的" + other.year() + "年对 " + disputed.first()
                                        + " 的规定相反,请核对通知并先更正有误的一年。",
                                "The years " + year.year() + " and " + other.year() + " contradict each other on "
                                        + disputed.first() + "; look at the notices and correct the wrong year first.");
                    }
                });
    }

    private static SortedSet<LocalDate> common(SortedSet<LocalDate> some, SortedSet<LocalDate> others) {
        SortedSet<LocalDate> common = new TreeSet<>(some);
        common.retainAll(others);
        return common;
    }
}
