package cn.huiying.command.policy.publishing;

import cn.huiying.shared.rule.Refused;
import java.time.LocalDate;

/** The last day of a validity is its first day or a later one. */
public final class AValidityDoesNotEndBeforeItBegins {

    private AValidityDoesNotEndBeforeItBegins() {}

    /**
     * @param until null where no end is set
     * @throws Refused where the rule is broken
     */
    public static void check(LocalDate from, LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw Refused.byRule(
                    "a-validity-does-not-end-before-it-begins",
                    "有效期截止日(" + until + ")早于施行日(" + from + "),请核对。",
                    "The validity ends on " + until + ", before it begins on " + from + "; check the dates.");
        }
    }
}
