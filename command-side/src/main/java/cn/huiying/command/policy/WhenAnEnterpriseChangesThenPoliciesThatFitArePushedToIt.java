package cn.huiying.command.policy;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.policy.PushMemory.Standing;
import cn.huiying.command.policy.pushing.PushPolicy;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * An enterprise that is verified, has another profile or subscribes is brought the newest policies that fit it then; the older ones it
 * finds in the library, rather than a hundred at once.
 */
@ProcessingGroup(PolicyReactionsConfiguration.GROUP)
class WhenAnEnterpriseChangesThenPoliciesThatFitArePushedToIt {

    private static final int MOST = 20;

    private final PushMemory memory;
    private final Reactions reactions;

    WhenAnEnterpriseChangesThenPoliciesThatFitArePushedToIt(PushMemory memory, Reactions reactions) {
        this.memory = memory;
        this.reactions = reactions;
    }

    @EventHandler
    void react(AccountEvent event, UnitOfWork<?> batch) {
        switch (event) {
            case EnterpriseRegistered e ->
                memory.note(e.accountId(), known -> known.profiled(e.industry(), e.size(), e.district(), false));
            case EnterpriseVerificationRefused e -> memory.note(e.accountId(), known -> known.found(false));
            case EnterpriseVerified e -> push(memory.note(e.accountId(), known -> known.found(true)), e.at(), batch);
            case EnterpriseProfileChanged e ->
                push(
                        memory.note(e.accountId(), known -> known.profiled(e.industry(), e.size(), e.district(), true)),
                        e.at(),
                        batch);
            case AccountCancelled e -> memory.forget(e.accountId());
            default -> {}
        }
    }

    @EventHandler
    void react(PolicySubscriptionChanged event, UnitOfWork<?> batch) {
        push(memory.note(event.account(), known -> known.subscribed(event.tags())), event.at(), batch);
    }

    private void push(Interested enterprise, Instant at, UnitOfWork<?> batch) {
        List<PushPolicy> newest = memory.policies().stream()
                .filter(policy -> policy.standsAt(later(at, policy.publishedAt())))
                .sorted(Comparator.comparing(Standing::publishedAt).reversed())
                .flatMap(policy ->
                        enterprise.push(policy.policy(), policy.tags(), later(at, policy.publishedAt())).stream())
                .limit(MOST)
                .toList();
        // The newest last, so that it is on top of what it was brought.
        newest.reversed().forEach(push -> reactions.send(batch, push));
    }

    /** History may bring an enterprise in that is older than the policy; nothing is pushed before it was published. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
