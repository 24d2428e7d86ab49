package cn.huiying.command.supervision.escalating;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionForm;

/** An order that goes on as it was is not escalated. */
public final class AnEscalationChangesTheForm {

    private AnEscalationChangesTheForm() {}

    /** @throws Refused where the rule is broken */
    public static void check(SupervisionForm from, SupervisionForm to) {
        if (from == to) {
            throw Refused.byRule(
                    "an-escalation-changes-the-form",
                    "该督办件已是" + from.chinese() + ",请选择更严格的方式。",
                    "The order already is " + from.name() + "; choose a stricter form.");
        }
    }
}
