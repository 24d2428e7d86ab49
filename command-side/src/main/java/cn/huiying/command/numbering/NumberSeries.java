package cn.huiying.command.numbering;

import cn.huiying.shared.petition.NumberSeriesId;
import cn.huiying.shared.petition.NumbersReserved;
import cn.huiying.shared.rule.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The petition numbers of one day, handed out in runs so that several nodes never give the same number twice. */
@Aggregate(type = "NumberSeries")
class NumberSeries {

    private static final int LAST = 999_999;

    @AggregateIdentifier
    private NumberSeriesId id;

    private int used;

    /** For the framework, which folds the events into it. */
    NumberSeries() {}

    /** @return the last number of the run */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(ReserveNumbers command) {
        if (used + command.count() > LAST) {
            throw Refused.byRule("numbers-left", "当日留言编号已用完。", "There are no petition numbers left for this day.");
        }
        AggregateLifecycle.apply(
                new NumbersReserved(command.seriesId(), used + 1, used + command.count(), command.at()));
        return used;
    }

    @EventSourcingHandler
    void evolve(NumbersReserved event) {
        id = event.seriesId();
        used = event.last();
    }
}
