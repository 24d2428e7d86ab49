package cn.huiying.command.assessment.objecting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** 异议期内提出: after it the results can be published. */
public final class AnObjectionComesInTime {

    private AnObjectionComesInTime() {}

    /** @throws Refused where it is late */
    public static void check(Instant at, Instant objectionBy) {
        if (!at.isBefore(objectionBy)) {
            throw Refused.byRule(
                    "an-objection-comes-in-time",
                    "异议期已于 " + WorkCalendar.text(objectionBy) + " 结束。",
                    "Objections were possible until " + WorkCalendar.text(objectionBy) + ".");
        }
    }
}
