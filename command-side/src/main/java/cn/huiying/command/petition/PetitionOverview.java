package cn.huiying.command.petition;

import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Streams;
import cn.huiying.command.petition.recusing.NobodyWithADeclaredInterestHandlesIt;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.time.Start;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What the doors need to know of a petition before they send it a command. */
public class PetitionOverview {

    /**
     * A command that a caller may send now.
     *
     * @param until the end of the time for it; null where it has none of its own
     */
    public record Offer(String command, String chinese, @Nullable Instant until) {}

    /** Where a petition stands for one caller. */
    public record Standing(PetitionId id, long version, State state, List<Offer> offers) {}

    private final EventStore eventStore;
    private final CircumstancesResolver circumstances;

    /** An author is never another one. */
    private final Cache<PetitionId, AccountId> authors =
            Caffeine.newBuilder().maximumSize(10_000).build();

    PetitionOverview(EventStore eventStore, CircumstancesResolver circumstances) {
        this.eventStore = eventStore;
        this.circumstances = circumstances;
    }

    /** The first event of a petition, if there is one. */
    public Optional<DomainEventMessage<?>> submission(PetitionId id) {
        DomainEventStream events = eventStore.readEvents(id.toString());
        return events.hasNext() ? Optional.of(events.next()) : Optional.empty();
    }

    /** The version the submission left: its deadlines are set with it. */
    public long versionAfterSubmission(PetitionId id) {
        DomainEventStream events = eventStore.readEvents(id.toString(), 1);
        return events.hasNext()
                        && events.next().getPayload() instanceof DeadlineSet set
                        && set.start() == Start.SUBMISSION
                ? 1
                : 0;
    }

    /** @throws Refused where there is no such petition */
    public AccountId author(PetitionId id) {
        return authors.get(id, unseen -> submission(unseen)
                .map(first -> ((PetitionSubmitted) first.getPayload()).author())
                .orElseThrow(PetitionOverview::unknown));
    }

    /** Directory code of the lead agency that has, or had, the petition in hand. */
    public Optional<String> lead(PetitionId id) {
        return Optional.ofNullable(Streams.<Stage, PetitionEvent>fold(
                        eventStore, id.toString(), PetitionEvent.class, null, Evolution::evolve))
                .map(Stage::lead);
    }

    /**
     * Who may see how to reach the author: officers, and of an agency only the lead's staff while they handle the petition; nobody
     * who declared an interest.
     *
     * @throws Refused where the caller may not, or where there is no such petition for them
     */
    public void requireMaySeeContact(PetitionId id, Actor actor) {
        Stage stage = Streams.<Stage, PetitionEvent>fold(
                eventStore, id.toString(), PetitionEvent.class, null, Evolution::evolve);
        if (stage == null) {
            throw unknown();
        }
        PetitionAccess.checkPetition(actor, stage);
        NobodyWithADeclaredInterestHandlesIt.check(stage.facts().recused().contains(actor.id()));
        if (actor.agency() != null && !actor.agency().equals(stage.lead())) {
            throw Refused.forbidden(
                    "only-the-lead-agency-may",
                    "您的单位是协办单位,不能查看联系方式。",
                    "Your agency takes part in the handling; only the lead agency may see contact data.");
        }
        if (actor.agency() != null && !(stage instanceof Stage.Assigned)) {
            throw Refused.forbidden(
                    "contact-only-while-assigned",
                    "办结后不能再查看联系方式。",
                    "An agency sees contact data only while it handles the petition.");
        }
    }

    /**
     * What may be sent at a moment: the procedure allows it in the state, and the caller's role and the side states do not stand
     * in its way.
     *
     * @throws Refused where there is no such petition for this caller
     */
    public Standing standing(PetitionId id, Actor actor, Instant at) {
        Stage stage = null;
        long version = -1;
        DomainEventStream events = eventStore.readEvents(id.toString());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            stage = Evolution.evolve(stage, (PetitionEvent) event.getPayload());
            version = event.getSequenceNumber();
        }
        if (stage == null) {
            throw unknown();
        }
        PetitionAccess.checkPetition(actor, stage);
        Circumstances now = circumstances.of(actor);
        // As a command would find it: with what was due recorded.
        for (PetitionEvent passed : stage.due(at, now.rules())) {
            stage = Evolution.evolve(stage, passed);
        }
        Map<String, Instant> limits = stage.limits(now);
        Stage current = stage;
        List<Offer> offers = PetitionActions.allowedIn(stage).stream()
                .filter(slug -> mayEver(slug, actor, current) && PetitionActions.isReady(current, slug, at, now))
                .map(slug -> new Offer(
                        slug,
                        PetitionActions.of(PetitionActions.bySlug().get(slug)).chinese(),
                        limits.get(slug)))
                .toList();
        return new Standing(id, version, stage.state(), offers);
    }

    /** Whether a request was taken already, by the idempotency key in its command's metadata: it will be answered again. */
    public boolean hasTaken(PetitionId id, Map<String, ?> metadata) {
        Object key = metadata.get(CommandMetadata.IDEMPOTENCY_KEY);
        return key != null
                && eventStore
                        .readEvents(id.toString())
                        .asStream()
                        .anyMatch(event -> key.equals(event.getMetaData().get(CommandMetadata.IDEMPOTENCY_KEY)));
    }

    /**
     * For doors to which a command is dear: that it could be taken now, whatever it says.
     *
     * @throws Refused as the command would be
     */
    public void requireReady(Class<?> command, PetitionId id, Actor actor, Instant at) {
        Stage stage = Streams.<Stage, PetitionEvent>fold(
                eventStore, id.toString(), PetitionEvent.class, null, Evolution::evolve);
        if (stage == null) {
            throw unknown();
        }
        PetitionAccess.check(command, actor, stage);
        if (!PetitionActions.allowedIn(stage)
                .contains(PetitionActions.of(command).slug())) {
            throw PetitionActions.notInThisState(command, stage);
        }
        PetitionActions.requireReady(stage, command, at, circumstances.of(actor));
    }

    private static boolean mayEver(String slug, Actor actor, Stage stage) {
        try {
            PetitionAccess.check(PetitionActions.bySlug().get(slug), actor, stage);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static Refused unknown() {
        return Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
    }
}
