package cn.huiying.command.assessment.calculating;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.statistics.Period;
import java.time.LocalDate;

/** 考核期满后计算: the figures of a period that goes on are preliminary. */
public final class OnlyAPeriodThatIsOverIsAssessed {

    private OnlyAPeriodThatIsOverIsAssessed() {}

    /** @throws Refused where the period is not over */
    public static void check(Period period, LocalDate today) {
        if (!period.closed(today)) {
            throw Refused.byRule(
                    "only-a-period-that-is-over-is-assessed",
                    "考核期" + period.chinese() + "至 " + period.to() + " 止,尚未结束,不能计算。",
                    "The period " + period.name() + " ends on " + period.to() + " and can't be calculated before.");
        }
    }
}
