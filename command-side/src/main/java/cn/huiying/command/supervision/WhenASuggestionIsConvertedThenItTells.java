package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.petition.converting.NoteConversion;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SuggestionConverted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 转化情况: whoever made the suggestion, and everyone who reads it, is shown what became of it. */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenASuggestionIsConvertedThenItTells {

    private final EventStore eventStore;
    private final Reactions reactions;

    WhenASuggestionIsConvertedThenItTells(EventStore eventStore, Reactions reactions) {
        this.eventStore = eventStore;
        this.reactions = reactions;
    }

    @EventHandler
    void react(MeasureEvent event, UnitOfWork<?> batch) {
        switch (event) {
            case SuggestionConverted e -> tell(e, e, MeasureState.UNDER_WAY, batch);
            case MeasureProgressed e -> {}
            case MeasureCompleted e -> tell(e, first(e), MeasureState.COMPLETED, batch);
            case MeasureAbandoned e -> tell(e, first(e), MeasureState.ABANDONED, batch);
        }
    }

    private void tell(MeasureEvent event, SuggestionConverted measure, MeasureState state, UnitOfWork<?> batch) {
        measure.suggestions()
                .forEach(suggestion -> reactions.send(
                        batch,
                        new NoteConversion(
                                suggestion,
                                event.at(),
                                measure.measureId(),
                                measure.title(),
                                measure.agency(),
                                state)));
    }

    private SuggestionConverted first(MeasureEvent event) {
        return (SuggestionConverted)
                eventStore.readEvents(event.measureId().toString()).next().getPayload();
    }
}
