package cn.huiying.shared.policy;

import java.time.Instant;

/** What can happen to a policy for enterprises 惠企政策. */
public sealed interface PolicyEvent
        permits PolicyPublished, PolicyInterpreted, PolicyTagged, PolicySuperseded, PolicyWithdrawn {

    PolicyId policyId();

    /** When it happened. */
    Instant at();
}
