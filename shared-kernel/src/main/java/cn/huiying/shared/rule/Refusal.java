package cn.huiying.shared.rule;

import java.util.List;

/**
 * Why a command was refused, in a form that survives every transport.
 *
 * @param kind    decides the HTTP status
 * @param rule    stable slug of the rule, such as {@code only-lead-agency-may-handle}
 * @param chinese one sentence: what is wrong and what to do
 * @param english the same in English
 * @param state   the petition's state, where it matters; else null
 * @param allowed slugs of the commands the state allows; empty where it does not matter
 */
public record Refusal(Kind kind, String rule, String chinese, String english, String state, List<String> allowed) {

    /** What sort of refusal it is. */
    public enum Kind {
        /** This person may not: 403. */
        FORBIDDEN,
        /** The thing isn't there, or not for this caller: 404. */
        NOT_FOUND,
        /** Not in this state: 409. */
        STATE,
        /** Changed by someone else meanwhile: 412. */
        STALE,
        /** A rule forbids it: 422. */
        RULE
    }

    public Refusal {
        allowed = List.copyOf(allowed);
    }
}
