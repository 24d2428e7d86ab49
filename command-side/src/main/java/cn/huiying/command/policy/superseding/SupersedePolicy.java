package cn.huiying.command.policy.superseding;

import cn.huiying.command.policy.action.PolicyAction;
import cn.huiying.shared.policy.PolicyId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts another policy in the place of one 替代政策.
 *
 * @param by the other one
 */
@PolicyAction(slug = "supersede", chinese = "替代政策")
public record SupersedePolicy(@TargetAggregateIdentifier PolicyId policyId, Instant at, @NotNull PolicyId by) {}
