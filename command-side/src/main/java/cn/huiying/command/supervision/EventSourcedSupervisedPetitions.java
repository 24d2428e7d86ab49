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
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.rule.Refused;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call. */
class EventSourcedSupervisedPetitions implements SupervisedPetitions {

    /**
     * @param agencies that have or had it in hand
     * @param lead     null before the first
     */
    private record Known(Set<String> agencies, String lead, boolean accusation, boolean imported) {

        Known evolve(PetitionEvent event) {
            return switch (event) {
                case PetitionSubmitted e -> new Known(agencies, lead, accusation, e.source() != null);
                case PetitionAccepted e ->
                    new Known(agencies, lead, e.petitionClass() == PetitionClass.ACCUSATION, imported);
                case PetitionDispatched e -> with(e.agency(), e.agency());
                case AgencyDesignated e -> with(e.agency(), e.agency());
                case CoHandlerAdded e -> with(e.agency(), lead);
                case LeadChanged e -> with(e.to(), e.to());
                default -> this;
            };
        }

        private Known with(String agency, String leading) {
            Set<String> more = new HashSet<>(agencies);
            more.add(agency);
            return new Known(more, leading, accusation, imported);
        }
    }

    private static final Known NOTHING = new Known(Set.of(), null, false, false);

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
