package cn.huiying.shared.deadline;

import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;

/**
 * One limit of a policy 时限节点. Its faults are found where it stands in a {@link DeadlinePolicy}.
 *
 * @param code        of the {@link Duty}
 * @param chinese     the name officers see
 * @param start       what it counts from
 * @param light       whether its lights count for the petition: legal alarms and rights that lapse do not
 * @param clockPauses whether pausing the clock 暂停计时 stops it
 */
public record Checkpoint(
        String code,
        String chinese,
        Start start,
        int amount,
        Unit unit,
        AppliesTo appliesTo,
        OnBreach onBreach,
        boolean light,
        boolean clockPauses) {

    public Duty duty() {
        return Duty.of(code);
    }
}
