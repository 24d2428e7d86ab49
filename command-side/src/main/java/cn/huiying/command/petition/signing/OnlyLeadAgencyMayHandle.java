package cn.huiying.command.petition.signing;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;

/** Only the lead agency handles a petition; to others it does not exist (domain 9.6). */
public final class OnlyLeadAgencyMayHandle {

    private OnlyLeadAgencyMayHandle() {}

    /** @throws Refused where the rule is broken */
    public static void check(Actor actor, String leadAgency) {
        if (!leadAgency.equals(actor.agency())) {
            throw Refused.notFound(
                    "petition-not-found",
                    "没有找到该留言,或它不由您的单位承办。",
                    "There is no such petition, or your agency does not handle it.");
        }
    }
}
