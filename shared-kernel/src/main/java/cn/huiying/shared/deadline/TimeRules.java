package cn.huiying.shared.deadline;

import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.WorkCalendar;

/** What deadlines are computed by: the published policies and the working calendar, as they are known at one moment. */
public record TimeRules(Policies policies, WorkCalendar calendar) {

    /** The policy a deadline was set by. */
    DeadlinePolicy policyOf(Deadline deadline) {
        return policies.byVersion(deadline.policy(), deadline.policyVersion());
    }
}
