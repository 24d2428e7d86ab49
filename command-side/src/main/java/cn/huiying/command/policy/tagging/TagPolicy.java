package cn.huiying.command.policy.tagging;

import cn.huiying.command.policy.action.PolicyAction;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says anew whom a policy is for 调整标签. The same tags again change nothing.
 *
 * @param tags instead of those before
 */
@PolicyAction(slug = "tag", chinese = "调整标签")
public record TagPolicy(@TargetAggregateIdentifier PolicyId policyId, Instant at, @NotNull PolicyTags tags) {}
