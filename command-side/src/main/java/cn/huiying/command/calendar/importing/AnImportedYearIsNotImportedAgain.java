package cn.huiying.command.calendar.importing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Year;

/** What was imported counts for deadlines already: changing it needs a reason. */
public final class AnImportedYearIsNotImportedAgain {

    private AnImportedYearIsNotImportedAgain() {}

    /** @throws Refused where the rule is broken */
    public static void check(WorkCalendar calendar, int year) {
        if (calendar.isPublished(Year.of(year))) {
            throw Refused.byRule(
                    "an-imported-year-is-not-imported-again",
                    year + "年已导入且内容不同,如需修改请提交更正并说明理由。",
                    "The year " + year + " was imported with another content; correct it and give a reason.");
        }
    }
}
