package cn.huiying.command.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.notifying.PolicyNotifications.PolicyHappening;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPushed;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PushReason;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyNotificationsTest {

    private static final AccountId ACCOUNT = new AccountId("ACC-factory");
    private static final PolicySubscriptionId ID = PolicySubscriptionId.of(ACCOUNT);
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");

    private static List<Notification> of(PolicySubscriptionEvent event) {
        return PolicyNotifications.of(new PolicyHappening("event", 7, NOW, event));
    }

    @Test
    void an_enterprise_is_told_of_a_policy_that_was_brought_to_it_and_why() {
        PolicyPushed pushed =
                new PolicyPushed(ID, ACCOUNT, new PolicyId("POL-1"), PushReason.PROFILE, PolicyTags.ALL, NOW);

        assertThat(of(pushed)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.POLICY_PUSHED);
            assertThat(told.recipient()).isEqualTo(new Recipient(Role.ENTERPRISE, "ACC-factory"));
            assertThat(told.about()).isEqualTo("POL-1");
            assertThat(told.text().chinese()).isEqualTo("政策 POL-1 符合企业的行业、规模和所在地,请登录查看。");
        });
    }

    @Test
    void nobody_is_told_what_they_asked_for_themselves() {
        assertThat(of(new PolicySubscriptionChanged(ID, ACCOUNT, PolicyTags.ALL, NOW)))
                .isEmpty();
    }
}
