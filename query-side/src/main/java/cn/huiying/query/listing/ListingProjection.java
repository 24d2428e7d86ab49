package cn.huiying.query.listing;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the petitions' events into the index: loads what a batch touches once, folds in memory, writes once. */
@ProcessingGroup(ListingProjection.NAME)
class ListingProjection {

    static final String NAME = PetitionIndex.NAME;

    private final EventBatch events = new EventBatch();
    private final PetitionIndex index;

    ListingProjection(PetitionIndex index) {
        this.index = index;
    }

    @EventHandler
    void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<PetitionEvent>> batch) {
        // A petition born in this batch can't be in the index yet, unless the batch comes a second time.
        Set<PetitionId> touched =
                batch.stream().map(recorded -> recorded.event().petitionId()).collect(Collectors.toSet());
        Map<PetitionId, ListedPetition> before = index.load(touched);
        Map<PetitionId, ListedPetition> after = new HashMap<>(before);
        for (Recorded<PetitionEvent> recorded : batch) {
            after.compute(
                    recorded.event().petitionId(),
                    (id, petition) -> events.evolve(recorded, () -> ListedPetition.evolve(petition, recorded)));
        }
        index.save(
                after.values().stream()
                        .filter(Objects::nonNull)
                        .filter(petition -> before.get(petition.id()) != petition)
                        .toList(),
                batch.getLast().position());
    }
}
