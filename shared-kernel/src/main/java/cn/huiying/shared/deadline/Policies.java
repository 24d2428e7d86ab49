package cn.huiying.shared.deadline;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published versions of the deadline policies, in the order they take effect. */
public record Policies(List<DeadlinePolicy> published) {

    /** Before any is published. */
    public static final Policies NONE = new Policies(List.of());

    public Policies {
        published = List.copyOf(published);
    }

    /**
     * The policies with one more 时限策略发布.
     *
     * @throws Refused where this version was published before, or would change the past
     */
    public Policies publish(DeadlinePolicy policy) {
        for (DeadlinePolicy other : published) {
            if (other.code().equals(policy.code()) && other.version() >= policy.version()) {
                throw Refused.byRule(
                        "policy-version-is-new",
                        "时限策略 " + policy.code() + " 已发布第" + other.version() + "版,新版本号须更大。",
                        "Version " + other.version() + " of policy " + policy.code()
                                + " is published; a new version needs a higher number.");
            }
        }
        if (!published.isEmpty()
                && !policy.effectiveFrom().isAfter(published.getLast().effectiveFrom())) {
            throw Refused.byRule(
                    "policy-takes-effect-after-the-newest",
                    "新策略的生效时间须晚于 " + WorkCalendar.text(published.getLast().effectiveFrom()) + "。",
                    "A policy takes effect after the newest one, which does at "
                            + WorkCalendar.text(published.getLast().effectiveFrom()) + ".");
        }
        List<DeadlinePolicy> all = new ArrayList<>(published);
        all.add(policy);
        return new Policies(all);
    }

    /** The policy in force at a moment; empty before the first takes effect. */
    public Optional<DeadlinePolicy> inForce(Instant moment) {
        return published.reversed().stream()
                .filter(policy -> !policy.effectiveFrom().isAfter(moment))
                .findFirst();
    }

    /** The policies after something happened to them. */
    public Policies evolve(DeadlinePolicyEvent event) {
        List<DeadlinePolicy> all = new ArrayList<>(published);
        switch (event) {
            case DeadlinePolicyPublished e -> all.add(e.policy());
            case DeadlinePolicyRetired e ->
                all.removeIf(policy -> policy.code().equals(e.code()) && policy.version() == e.version());
        }
        return new Policies(all);
    }

    /**
     * The policy in force at a moment.
     *
     * @throws Refused where none is yet
     */
    public DeadlinePolicy at(Instant moment) {
        return inForce(moment)
                .orElseThrow(() -> Refused.notFound(
                        "policy-in-force",
                        WorkCalendar.text(moment) + " 尚无生效的时限策略。",
                        "No deadline policy is in force at " + WorkCalendar.text(moment) + "."));
    }

    /** @throws Refused where this version is not published */
    public DeadlinePolicy byVersion(String code, int version) {
        return published.stream()
                .filter(policy -> policy.code().equals(code) && policy.version() == version)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "policy-is-published",
                        "时限策略 " + code + " 第" + version + "版未发布。",
                        "Version " + version + " of policy " + code + " is not published."));
    }
}
