package cn.huiying.command.petition;

import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.petition.due.DueList.Due;
import cn.huiying.command.petition.due.DueMomentsLog;
import cn.huiying.shared.deadline.PendingMoment;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.rule.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends under the versions that the due list knows; the log refuses what is not next in its stream. */
class EventSourcedDueMoments implements DueMomentsLog {

    private static final String TYPE = "Petition";

    private final EventStore eventStore;
    private final Cache petitions;

    EventSourcedDueMoments(EventStore eventStore, Cache petitions) {
        this.eventStore = eventStore;
        this.petitions = petitions;
    }

    @Override
    public boolean append(List<Due> due) {
        String why = IdentifierFactory.getInstance().generateIdentifier();
        MetaData metadata = MetaData.from(Actor.SYSTEM.asMetadata())
                .mergedWith(Map.of(CommandMetadata.CORRELATION_ID, why, CommandMetadata.CAUSATION_ID, why));
        List<GenericDomainEventMessage<PetitionEvent>> events = new ArrayList<>();
        for (Due one : due) {
            String stream = one.petition().toString();
            long sequence = one.version();
            for (PendingMoment moment : one.certain()) {
                for (PetitionEvent event : moment.events(one.petition())) {
                    events.add(new GenericDomainEventMessage<>(TYPE, stream, ++sequence, event, metadata));
                }
            }
        }
        try {
            eventStore.publish(events);
        } catch (ConcurrencyException e) {
            return false;
        }
        due.forEach(one -> petitions.remove(one.petition().toString()));
        return true;
    }
}
