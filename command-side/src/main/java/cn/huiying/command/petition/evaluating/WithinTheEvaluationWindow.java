package cn.huiying.command.petition.evaluating;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** The answer is rated within the window (row 22). */
public final class WithinTheEvaluationWindow {

    private WithinTheEvaluationWindow() {}

    /** @throws Refused where the rule is broken */
    public static void check(Instant at, Instant evaluateBy) {
        if (!at.isBefore(evaluateBy)) {
            throw Refused.byRule(
                    "within-the-evaluation-window",
                    "评价期限已于 " + WorkCalendar.text(evaluateBy) + " 届满。",
                    "The evaluation window ended at " + WorkCalendar.text(evaluateBy) + ".");
        }
    }
}
