package cn.huiying.command.organisation;

import cn.huiying.command.organisation.merging.ASuccessorContinues;
import cn.huiying.command.organisation.merging.MergeAgency;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.organisation.suspending.SuspendAgency;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One agency 承办单位 of the directory. */
@Aggregate(type = "Agency")
class Agency {

    @AggregateIdentifier
    private AgencyId id;

    private AgencyStanding standing = AgencyStanding.NONE;

    /** For the framework, which folds the events into it. */
    Agency() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterAgency command) {
        if (standing.entry() == null) {
            AggregateLifecycle.apply(new AgencyRegistered(command.agencyId(), command.entry(), command.at()));
        } else if (standing.suspended() || !standing.entry().equals(command.entry())) {
            AggregateLifecycle.apply(new AgencyDutiesChanged(command.agencyId(), command.entry(), command.at()));
        }
    }

    @CommandHandler
    void decide(SuspendAgency command) {
        if (!standing.suspended()) {
            AggregateLifecycle.apply(new AgencySuspended(command.agencyId(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MergeAgency command, Agencies agencies) {
        String code = command.agencyId().code();
        agencies.requireListed(code);
        if (command.successor().equals(standing.successor())) {
            return;
        }
        ASuccessorContinues.check(standing.successor() != null || code.equals(command.successor()));
        agencies.require(command.successor());
        AggregateLifecycle.apply(
                new AgencyMerged(command.agencyId(), command.successor(), command.reason(), command.at()));
    }

    @EventSourcingHandler
    void evolve(AgencyEvent event) {
        id = event.agencyId();
        standing = standing.evolve(event);
    }
}
