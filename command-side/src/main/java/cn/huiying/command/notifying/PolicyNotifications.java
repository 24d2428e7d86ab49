package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notification.Text;
import cn.huiying.shared.policy.PolicyPushed;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.policy.PushReason;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.List;

/** An enterprise is told of a policy that was brought to it, and why. What the policy says is read on the platform. */
final class PolicyNotifications {

    /** An event of a policy subscription as it stands in the log. */
    record PolicyHappening(String id, long position, Instant recordedAt, PolicySubscriptionEvent event)
            implements Occurrence {}

    private PolicyNotifications() {}

    static List<Notification> of(PolicyHappening happening) {
        return switch (happening.event()) {
            case PolicyPushed e -> List.of(told(happening, e));
            case PolicySubscriptionChanged e -> List.of();
        };
    }

    private static Notification told(PolicyHappening happening, PolicyPushed event) {
        Recipient enterprise = new Recipient(Role.ENTERPRISE, event.account().value());
        NotificationKind kind = NotificationKind.POLICY_PUSHED;
        String policy = event.policy().value();
        return new Notification(
                Notification.idOf(happening.id(), enterprise),
                kind,
                new Text(kind.chinese(), kind.english()),
                enterprise,
                null,
                null,
                null,
                null,
                policy,
                happening.position(),
                event.at(),
                new Text(
                        "政策 " + policy + " 符合" + event.why().chinese() + ",请登录查看。",
                        "Policy " + policy + " fits "
                                + (event.why() == PushReason.SUBSCRIPTION
                                        ? "your subscription"
                                        : "what you do, how large you are and where")
                                + "; please log in to read it."));
    }
}
