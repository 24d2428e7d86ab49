package cn.huiying.command.visits;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.statistics.VisitsId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One node's hour at the public doors: a fact, told once. */
@Aggregate(type = "VisitedHour")
class VisitedHour {

    @AggregateIdentifier
    private VisitsId id;

    /** For the framework, which folds the event into it. */
    VisitedHour() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountVisits command, MetaData metadata) {
        if (Actor.from(metadata).role() != Role.SYSTEM) {
            throw Refused.forbidden("role-may-not", "只有平台自身记录访问量。", "Only the platform itself counts visits.");
        }
        if (id == null) {
            AggregateLifecycle.apply(
                    new VisitsCounted(command.visitsId(), command.hour(), command.doors(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(VisitsCounted event) {
        id = event.visitsId();
    }
}
