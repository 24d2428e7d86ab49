package cn.huiying.command.calendar.importing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;

/** The years of the calendar follow each other without a hole: a count that crosses one could not be trusted. */
public final class NoYearIsSkipped {

    private NoYearIsSkipped() {}

    /** @throws Refused where the rule is broken */
    public static void check(WorkCalendar calendar, int year) {
        if (calendar.years().isEmpty()) {
            return;
        }
        int before = calendar.years().getFirst().year() - 1;
        int after = calendar.years().getLast().year() + 1;
        if (year < before || year > after) {
            int missing = year > after ? after : before;
            throw Refused.byRule(
                    "no-year-is-skipped",
                    "请先导入" + missing + "年,再导入" + year + "年。",
                    "Import the year " + missing + " before the year " + year + ".");
        }
    }
}
