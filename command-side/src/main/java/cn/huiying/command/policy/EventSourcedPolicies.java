package cn.huiying.command.policy;

import cn.huiying.command.common.KnownStreams;
import cn.huiying.command.policy.PolicyStage.Superseded;
import cn.huiying.command.policy.inquiring.AnInquiryIsAboutAPolicyThatStands;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds a policy's own stream. */
class EventSourcedPolicies implements PolicyLibrary, PolicyStages {

    private final KnownStreams<Optional<PolicyStage>, PolicyEvent> policies;

    EventSourcedPolicies(EventStore eventStore) {
        policies = new KnownStreams<>(
                eventStore,
                PolicyEvent.class,
                Optional.empty(),
                (stage, event) -> Optional.of(PolicyStage.evolve(stage.orElse(null), event)));
    }

    @Override
    public Optional<PolicyStage> find(PolicyId policy) {
        return policies.state(policy.toString());
    }

    @Override
    public void requireOpenToInquiries(PolicyId policy, Instant at) {
        PolicyStage stage = require(policy);
        AnInquiryIsAboutAPolicyThatStands.check(
                stage.state() == PolicyState.WITHDRAWN,
                stage instanceof Superseded superseded ? superseded.by() : null,
                stage.facts().validUntil(),
                WorkCalendar.dateOf(at));
    }
}
