package cn.huiying.shared.policy;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 精准推送: a policy was brought to an enterprise that fits (广东省优化营商环境条例 Art. 44). Once each.
 *
 * @param why    what it fits by
 * @param fitted the policy's tags that it fits; an empty list where there is none to fit
 */
@Revision("1")
public record PolicyPushed(
        PolicySubscriptionId subscriptionId,
        AccountId account,
        PolicyId policy,
        PushReason why,
        PolicyTags fitted,
        Instant at)
        implements PolicySubscriptionEvent {}
