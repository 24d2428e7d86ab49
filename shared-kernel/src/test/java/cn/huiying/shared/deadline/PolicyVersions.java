package cn.huiying.shared.deadline;

import cn.huiying.shared.time.DueMoment;
import java.util.ArrayList;
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

    static DeadlinePolicy without(DeadlinePolicy policy, String code) {
        List<Checkpoint> checkpoints = new ArrayList<>(policy.checkpoints());
        checkpoints.removeIf(checkpoint -> checkpoint.code().equals(code));
        return with(policy, policy.version(), policy.dueMoment(), checkpoints);
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
