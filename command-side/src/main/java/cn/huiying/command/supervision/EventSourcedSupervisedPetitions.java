package cn.huiying.command.supervision;

import cn.huiying.command.common.Streams;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call. */
class EventSourcedSupervisedPetitions implements SupervisedPetitions {

    /**
     * @param agencies      that have or had it in hand
     * @param lead          null before the first
     * @param petitionClass null before it is accepted
     * @param accused       null where nobody is
     * @param shown         null where the public is shown nothing
     */
    private record Known(
            Set<String> agencies,
            String lead,
            PetitionClass petitionClass,
            String accused,
            boolean imported,
            PublicText shown) {

        Known evolve(PetitionEvent event) {
            return switch (event) {
                case PetitionSubmitted e -> new Known(agencies, lead, null, null, e.source() != null, null);
                case PetitionAccepted e ->
                    new Known(agencies, lead, e.petitionClass(), e.accusedAgency(), imported, shown);
                case PetitionDispatched e -> with(e.agency(), e.agency());
                case AgencyDesignated e -> with(e.agency(), e.agency());
                case CoHandlerAdded e -> with(e.agency(), lead);
                case LeadChanged e -> with(e.to(), e.to());
                case PetitionPublished e -> showing(new PublicText(e.title(), e.body()));
                case PetitionTakenDown e -> showing(null);
                default -> this;
            };
        }

        private Known with(String agency, String leading) {
            Set<String> more = new HashSet<>(agencies);
            more.add(agency);
            return new Known(more, leading, petitionClass, accused, imported, shown);
        }

        private Known showing(PublicText text) {
            return new Known(agencies, lead, petitionClass, accused, imported, text);
        }

        boolean accusation() {
            return petitionClass == PetitionClass.ACCUSATION;
        }
    }

    private static final Known NOTHING = new Known(Set.of(), null, null, null, false, null);

    private final EventStore eventStore;

    EventSourcedSupervisedPetitions(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public boolean involved(String agency, PetitionId petition) {
        return known(petition).agencies().contains(agency);
    }

    @Override
    public Optional<String> lead(PetitionId petition) {
        return Optional.ofNullable(known(petition).lead());
    }

    @Override
    public boolean imported(PetitionId petition) {
        return known(petition).imported();
    }

    @Override
    public boolean accusation(PetitionId petition) {
        return known(petition).accusation();
    }

    @Override
    public Optional<String> accused(PetitionId petition) {
        return Optional.ofNullable(known(petition).accused());
    }

    @Override
    public boolean leadersMaySee(PetitionId petition) {
        Known known = known(petition);
        return known.petitionClass() != null && !known.accusation();
    }

    @Override
    public Optional<PublicText> publicText(PetitionId petition) {
        Known known = known(petition);
        return Optional.ofNullable(known.accusation() ? null : known.shown());
    }

    @Override
    public int repliesSentBackByTheBureau(PetitionId petition) {
        return (int) eventStore
                .readEvents(petition.toString())
                .asStream()
                .filter(event -> event.getPayload() instanceof ReplySentBack
                        && event.getMetaData().get(Actor.AGENCY) == null)
                .count();
    }

    @Override
    public void require(PetitionId petition) {
        if (!eventStore.readEvents(petition.toString()).hasNext()) {
            throw Refused.byRule(
                    "petition-not-found", "没有找到留言 " + petition + "。", "There is no petition " + petition + ".");
        }
    }

    private Known known(PetitionId petition) {
        return Streams.fold(eventStore, petition.toString(), PetitionEvent.class, NOTHING, Known::evolve);
    }
}
