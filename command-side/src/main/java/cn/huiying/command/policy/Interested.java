package cn.huiying.command.policy;

import cn.huiying.command.policy.pushing.PushPolicy;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PushReason;
import java.time.Instant;
import java.util.Optional;

/**
 * An enterprise that may be brought policies.
 *
 * @param profile      null where it is not known whole
 * @param subscription null where it has none
 */
record Interested(AccountId account, PolicyTags profile, boolean verified, PolicyTags subscription) {

    Interested profiled(Industry industry, EnterpriseSize size, String district, boolean still) {
        boolean whole = industry != null && size != null && district != null;
        return new Interested(
                account, whole ? PolicyTags.of(industry, size, district) : null, verified && still, subscription);
    }

    Interested found(boolean right) {
        return new Interested(account, profile, right, subscription);
    }

    Interested subscribed(PolicyTags tags) {
        return new Interested(account, profile, verified, tags);
    }

    /** What it asked for comes first; a verified enterprise is also brought what fits its profile. */
    Optional<PushPolicy> push(PolicyId policy, PolicyTags tags, Instant at) {
        return push(policy, tags, PushReason.SUBSCRIPTION, subscription, at)
                .or(() -> push(policy, tags, PushReason.PROFILE, verified ? profile : null, at));
    }

    private Optional<PushPolicy> push(PolicyId policy, PolicyTags tags, PushReason why, PolicyTags own, Instant at) {
        return Optional.ofNullable(own)
                .flatMap(tags::meeting)
                .map(fitted -> new PushPolicy(PolicySubscriptionId.of(account), at, account, policy, why, fitted));
    }
}
