package cn.huiying.command.policy;

import cn.huiying.shared.policy.PolicyId;
import java.time.Instant;

/** Reads what is committed of the policy library. */
public interface PolicyLibrary {

    /** @throws cn.huiying.shared.rule.Refused where there is no such policy, or it does not stand at that moment */
    void requireOpenToInquiries(PolicyId policy, Instant at);
}
