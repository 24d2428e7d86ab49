package cn.huiying.app.acceptance;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Appends events of petitions to the real log, past the commands: what a test wants to have happened. For one thread. */
final class PetitionLog {

    static final Instant AT = Instant.parse("2023-03-06T01:00:00Z");

    private final EventStore eventStore;
    private final Map<PetitionId, Long> next = new HashMap<>();

    PetitionLog(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Goes on behind what the platform has added to a petition by itself. */
    PetitionLog(EventStore eventStore, PetitionId petition) {
        this(eventStore);
        next.put(petition, eventStore.lastSequenceNumberFor(petition.value()).orElseThrow() + 1);
    }

    /** @return its position */
    long append(PetitionEvent event) {
        long sequence = next.merge(event.petitionId(), 1L, Long::sum) - 1;
        eventStore.publish(
                new GenericDomainEventMessage<>("Petition", event.petitionId().value(), sequence, event));
        return head();
    }

    long head() {
        return eventStore.createHeadToken().position().orElseThrow();
    }

    /** Posted by a subject, with texts that only the key of that person opens. */
    long submit(PetitionId id, String subject) {
        AccountId author = AccountId.ofSubject(subject);
        return append(new PetitionSubmitted(
                id,
                "JY20230306" + id.value().substring(4),
                author,
                Section.MASS_MESSAGE,
                Board.COUNTY_LEADER,
                PetitionType.HELP,
                "环保",
                "445224",
                VisibilityWish.PUBLIC,
                "陈***",
                new Sealed("A256GCM", author.value(), "PetitionSubmitted.title", "c2VhbGVk"),
                new Sealed("A256GCM", author.value(), "PetitionSubmitted.body", "c2VhbGVk"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "2026-11",
                null,
                AT));
    }

    long accept(PetitionId id) {
        return append(new PetitionAccepted(
                id, PetitionType.HELP, "环保", PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null, AT));
    }

    long dispatch(PetitionId id, String agency) {
        return append(new PetitionDispatched(id, agency, null, AT.plusSeconds(86_400), AT));
    }

    long publish(PetitionId id, String title) {
        return append(new PetitionPublished(id, title, "夜间施工噪音扰民。", AT));
    }

    long resolve(PetitionId id) {
        return append(
                new PetitionResolved(id, ReplyOutcome.SUPPORTED, AT.plusSeconds(15 * 86_400), AT.plusSeconds(86_400)));
    }
}
