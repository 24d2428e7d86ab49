package cn.huiying.shared.deadline;

import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.Unit;
import java.util.List;
import java.util.function.UnaryOperator;

/** Policies that differ in one thing from a built-in one. */
final class PolicyVersions {

    private PolicyVersions() {}

    static DeadlinePolicy second(DeadlinePolicy policy) {
        return with(policy, 2, policy.dueMoment(), policy.checkpoints());
    }

    static DeadlinePolicy dueAtCloseOfBusiness(DeadlinePolicy policy) {
        return with(policy, policy.version(), DueMoment.CLOSE_OF_BUSINESS, policy.checkpoints());
    }

    /** One checkpoint changed. */
    static DeadlinePolicy changing(DeadlinePolicy policy, String code, UnaryOperator<Checkpoint> change) {
        return with(
                policy,
                policy.version(),
                policy.dueMoment(),
                policy.checkpoints().stream()
                        .map(checkpoint -> checkpoint.code().equals(code) ? change.apply(checkpoint) : checkpoint)
                        .toList());
    }

    static DeadlinePolicy inHours(DeadlinePolicy policy, String code, int hours) {
        return limiting(policy, code, hours, Unit.HOUR);
    }

    static DeadlinePolicy limiting(DeadlinePolicy policy, String code, int amount, Unit unit) {
        return changing(
                policy,
                code,
                checkpoint -> new Checkpoint(
                        checkpoint.code(),
                        checkpoint.chinese(),
                        checkpoint.start(),
                        amount,
                        unit,
                        checkpoint.appliesTo(),
                        checkpoint.onBreach(),
                        checkpoint.light(),
                        checkpoint.clockPauses()));
    }

    private static DeadlinePolicy with(
            DeadlinePolicy policy, int version, DueMoment dueMoment, List<Checkpoint> checkpoints) {
        return new DeadlinePolicy(
                policy.code(),
                version,
                policy.effectiveFrom(),
                policy.title(),
                dueMoment,
                checkpoints,
                policy.extension(),
                policy.maxPauseWorkdays(),
                policy.reopening(),
                policy.lights(),
                policy.ladder());
    }
}
