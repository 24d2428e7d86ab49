package cn.huiying.query.policy;

import cn.huiying.query.common.Slugs;
import cn.huiying.shared.policy.PolicyState;
import java.time.LocalDate;

/** Where a policy stands on a day. What became of it is in the log; whether its validity has begun or ended follows from the day. */
public enum PolicyStatus {
    VALID("有效"),
    UPCOMING("即将施行"),
    EXPIRED("已失效"),
    SUPERSEDED("已被替代"),
    WITHDRAWN("已撤回");

    private final String chinese;

    PolicyStatus(String chinese) {
        this.chinese = chinese;
    }

    /** A status as an answer shows it. */
    record Shown(String code, String text) {}

    Shown shown() {
        return new Shown(Slugs.of(this), chinese);
    }

    static PolicyStatus of(LibraryPolicy policy, LocalDate day) {
        if (policy.state() != PolicyState.PUBLISHED) {
            return valueOf(policy.state().name());
        }
        if (policy.validUntil() != null && day.isAfter(policy.validUntil())) {
            return EXPIRED;
        }
        return day.isBefore(policy.validFrom()) ? UPCOMING : VALID;
    }
}
