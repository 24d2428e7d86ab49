package cn.huiying.query.policy;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the policies' events into the index: loads what a batch touches once, folds in memory, writes once. */
@ProcessingGroup(PoliciesProjection.NAME)
class PoliciesProjection {

    static final String NAME = PolicyIndex.NAME;

    private final EventBatch events = new EventBatch();
    private final PolicyIndex index;

    PoliciesProjection(PolicyIndex index) {
        this.index = index;
    }

    @EventHandler
    void on(PolicyEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<PolicyEvent>> batch) {
        Map<PolicyId, LibraryPolicy> before = index.load(
                batch.stream().map(recorded -> recorded.event().policyId()).collect(Collectors.toSet()));
        Map<PolicyId, LibraryPolicy> after = new HashMap<>(before);
        for (Recorded<PolicyEvent> recorded : batch) {
            after.compute(
                    recorded.event().policyId(),
                    (id, policy) -> events.evolve(recorded, () -> LibraryPolicy.evolve(policy, recorded)));
        }
        index.save(
                after.values().stream()
                        .filter(policy -> before.get(policy.id()) != policy)
                        .toList(),
                batch.getLast().position());
    }
}
