package cn.huiying.command.petition.cohandling;

import cn.huiying.shared.rule.Refused;

/** Only a co-handler that has signed reports to the lead agency (row 18). */
public final class OnlyCoHandlersReport {

    private OnlyCoHandlersReport() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean other) {
        if (other) {
            throw Refused.byRule(
                    "only-co-handlers-report",
                    "只有已签收的协办单位可以提交协办反馈。",
                    "Only a co-handling agency that has signed reports.");
        }
    }
}
