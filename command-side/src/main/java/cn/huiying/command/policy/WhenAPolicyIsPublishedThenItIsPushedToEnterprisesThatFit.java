package cn.huiying.command.policy;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.policy.PushMemory.Standing;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyWithdrawn;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 精准推送: a policy is brought to each enterprise that fits, also by tags it is given later (广东省优化营商环境条例 Art. 44). */
@ProcessingGroup(PolicyReactionsConfiguration.GROUP)
class WhenAPolicyIsPublishedThenItIsPushedToEnterprisesThatFit {

    private final PushMemory memory;
    private final Reactions reactions;

    WhenAPolicyIsPublishedThenItIsPushedToEnterprisesThatFit(PushMemory memory, Reactions reactions) {
        this.memory = memory;
        this.reactions = reactions;
    }

    @EventHandler
    void react(PolicyEvent event, UnitOfWork<?> batch) {
        switch (event) {
            case PolicyPublished e -> push(new Standing(e.policyId(), e.tags(), e.validUntil(), e.at()), e.at(), batch);
            case PolicyTagged e ->
                memory.policy(e.policyId())
                        .ifPresent(policy -> push(
                                new Standing(e.policyId(), e.tags(), policy.validUntil(), policy.publishedAt()),
                                e.at(),
                                batch));
            case PolicySuperseded e -> memory.forget(e.policyId());
            case PolicyWithdrawn e -> memory.forget(e.policyId());
            case PolicyInterpreted e -> {}
        }
    }

    private void push(Standing policy, Instant at, UnitOfWork<?> batch) {
        memory.note(policy);
        if (policy.standsAt(at)) {
            memory.enterprises().forEach(enterprise -> enterprise
                    .push(policy.policy(), policy.tags(), at)
                    .ifPresent(push -> reactions.send(batch, push)));
        }
    }
}
