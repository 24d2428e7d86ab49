package cn.huiying.shared.time;

import java.time.Instant;

/**
 * When the warnings 预警 of a deadline are due, fixed with the deadline. A moment is null where the deadline has no such warning.
 *
 * @param yellowFrom       黄灯; the deadline's start where it is yellow from the beginning, which warns nobody
 * @param supervisorTaskAt 督办任务, a while after a missed due moment
 * @param circularDraftAt  通报草稿, a while later without an explanation
 */
public record Alerts(OnBreach onBreach, Instant yellowFrom, Instant supervisorTaskAt, Instant circularDraftAt) {

    /** Whether it has lights: legal alarms and rights that lapse have none. */
    public boolean lit() {
        return yellowFrom != null;
    }
}
