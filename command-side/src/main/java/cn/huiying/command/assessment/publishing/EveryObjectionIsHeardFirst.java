package cn.huiying.command.assessment.publishing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.Collection;

/** 异议处理完毕后通报: nothing is published while agencies may still object, or wait for a decision. */
public final class EveryObjectionIsHeardFirst {

    private EveryObjectionIsHeardFirst() {}

    /**
     * @param waiting agencies whose objection is not decided
     * @throws Refused where somebody is to be heard
     */
    public static void check(Instant at, Instant objectionBy, Collection<String> waiting) {
        if (at.isBefore(objectionBy)) {
            throw refused(
                    "异议期至 " + WorkCalendar.text(objectionBy) + " 止,期满后才能通报。",
                    "Agencies may object until " + WorkCalendar.text(objectionBy) + "; publish after that.");
        }
        if (!waiting.isEmpty()) {
            throw refused(
                    "以下单位的异议尚未裁定:" + String.join("、", waiting) + "。",
                    "These agencies' objections are not decided: " + String.join(", ", waiting) + ".");
        }
    }

    private static Refused refused(String chinese, String english) {
        return Refused.byRule("every-objection-is-heard-first", chinese, english);
    }
}
