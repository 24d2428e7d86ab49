package cn.huiying.command.deadlinepolicy;

import cn.huiying.command.common.KnownStreams;
import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.PolicySeriesId;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the stream of the policies. */
class EventSourcedDeadlinePolicies implements DeadlinePolicies {

    private final KnownStreams<Policies, DeadlinePolicyEvent> series;

    EventSourcedDeadlinePolicies(EventStore eventStore) {
        series = new KnownStreams<>(eventStore, DeadlinePolicyEvent.class, Policies.NONE, Policies::evolve);
    }

    @Override
    public Policies current() {
        return series.state(PolicySeriesId.CITY.toString());
    }
}
