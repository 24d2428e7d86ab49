package cn.huiying.command.suggestion;

import cn.huiying.command.common.Streams;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.rule.Refused;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds the petition's own stream on each call. */
class EventSourcedKnownSuggestions implements KnownSuggestions {

    private final EventStore eventStore;

    EventSourcedKnownSuggestions(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Known require(PetitionId suggestion) {
        Known known = Streams.<Known, PetitionEvent>fold(
                eventStore, suggestion.toString(), PetitionEvent.class, null, EventSourcedKnownSuggestions::evolve);
        if (known == null) {
            throw Refused.byRule(
                    "petition-not-found", "没有找到建议 " + suggestion + "。", "There is no suggestion " + suggestion + ".");
        }
        return known;
    }

    private static Known evolve(Known known, PetitionEvent event) {
        return switch (event) {
            case PetitionSubmitted e -> new Known(e.section(), e.topic(), false, null);
            case PetitionAccepted e ->
                new Known(
                        known.section(), known.topic(), e.petitionClass() == PetitionClass.ACCUSATION, known.outcome());
            case PetitionResectioned e -> new Known(e.section(), known.topic(), known.accusation(), null);
            case PetitionResolved e -> new Known(known.section(), known.topic(), known.accusation(), e.outcome());
            case PetitionReopened e -> new Known(known.section(), known.topic(), known.accusation(), null);
            default -> known;
        };
    }
}
