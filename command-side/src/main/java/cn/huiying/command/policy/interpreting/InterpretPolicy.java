package cn.huiying.command.policy.interpreting;

import cn.huiying.command.policy.action.PolicyAction;
import cn.huiying.shared.policy.PolicyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Explains what a policy means 政策解读. */
@PolicyAction(slug = "interpret", chinese = "政策解读")
public record InterpretPolicy(
        @TargetAggregateIdentifier PolicyId policyId,
        Instant at,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10000) String text) {}
