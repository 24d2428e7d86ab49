package cn.huiying.command.calendar.correcting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Year;

/** A year whose notice never came in has nothing to correct. */
public final class OnlyAnImportedYearIsCorrected {

    private OnlyAnImportedYearIsCorrected() {}

    /** @throws Refused where the rule is broken */
    public static void check(WorkCalendar calendar, int year) {
        if (!calendar.isPublished(Year.of(year))) {
            throw Refused.byRule(
                    "only-an-imported-year-is-corrected",
                    year + "年尚未导入,请先导入,不能更正。",
                    "The year " + year + " was not imported; import it instead of correcting it.");
        }
    }
}
