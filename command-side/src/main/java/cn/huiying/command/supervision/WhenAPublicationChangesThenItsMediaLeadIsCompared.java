package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.supervision.reporting.CompareWithThePublication;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadOffered;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the public is no longer shown, the media are no longer offered (PIPL Art. 25; invariant 2). */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenAPublicationChangesThenItsMediaLeadIsCompared {

    private final EventStore eventStore;
    private final Reactions reactions;

    WhenAPublicationChangesThenItsMediaLeadIsCompared(EventStore eventStore, Reactions reactions) {
        this.eventStore = eventStore;
        this.reactions = reactions;
    }

    @EventHandler
    void react(PetitionEvent event, UnitOfWork<?> batch) {
        switch (event) {
            case PetitionPublished e -> compare(e.petitionId(), e.at(), batch);
            case PetitionTakenDown e -> compare(e.petitionId(), e.at(), batch);
            // 检举控告, perhaps.
            case PetitionAccepted e -> compare(e.petitionId(), e.at(), batch);
            default -> {}
        }
    }

    /** The petition may have been taken down while it was offered. */
    @EventHandler
    void react(MediaLeadOffered event, UnitOfWork<?> batch) {
        reactions.send(batch, new CompareWithThePublication(event.leadId(), event.at()));
    }

    private void compare(PetitionId petition, Instant at, UnitOfWork<?> batch) {
        MediaLeadId lead = MediaLead.of(petition.value());
        if (eventStore.readEvents(lead.toString()).hasNext()) {
            reactions.send(batch, new CompareWithThePublication(lead, at));
        }
    }
}
