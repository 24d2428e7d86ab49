package cn.huiying.command.supervision;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.common.Digests;
import cn.huiying.command.dossier.DossierGuard;
import cn.huiying.command.supervision.MediaLeadStage.FollowedUp;
import cn.huiying.command.supervision.MediaLeadStage.Offerable;
import cn.huiying.command.supervision.MediaLeadStage.Offered;
import cn.huiying.command.supervision.MediaLeadStage.Reported;
import cn.huiying.command.supervision.MediaLeadStage.Seen;
import cn.huiying.command.supervision.drafting.NoAccusationGoesToTheMedia;
import cn.huiying.command.supervision.reporting.AdoptMediaLead;
import cn.huiying.command.supervision.reporting.CompareWithThePublication;
import cn.huiying.command.supervision.reporting.DeclineMediaLead;
import cn.huiying.command.supervision.reporting.OfferMediaLead;
import cn.huiying.command.supervision.reporting.OnlyAPublishedPetitionIsOffered;
import cn.huiying.command.supervision.reporting.RecordMediaFollowUp;
import cn.huiying.command.supervision.reporting.RecordMediaReport;
import cn.huiying.command.supervision.reporting.WithdrawMediaLead;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.SupervisionForm;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The media lead 媒体线索 of one petition as the framework sees it. What may happen when is decided by its {@link MediaLeadStage}. */
@Aggregate(type = "MediaLead")
class MediaLead {

    @AggregateIdentifier
    private MediaLeadId id;

    private MediaLeadStage stage;
    private final DossierGuard<MediaLeadOutcome> guard = new DossierGuard<>(SupervisionKind.MEDIA_LEAD);

    /** For the framework, which folds the events into it. */
    MediaLead() {}

    /** The lead of a petition, whether there is one or not. */
    static MediaLeadId of(String petition) {
        return new MediaLeadId("LEAD-" + Digests.of("lead", petition));
    }

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        return guard.proceed(command, chain, stage, AggregateLifecycle::getVersion);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    MediaLeadOutcome decide(OfferMediaLead command, SupervisedPetitions petitions) {
        if (stage != null) {
            require(command, Offerable.class);
        }
        petitions.require(command.petition());
        NoAccusationGoesToTheMedia.check(SupervisionForm.MEDIA, petitions.accusation(command.petition()));
        Optional<PublicText> text = petitions.publicText(command.petition());
        OnlyAPublishedPetitionIsOffered.check(text.isPresent());
        return apply(new MediaLeadOffered(
                command.leadId(),
                command.petition(),
                text.orElseThrow().title(),
                text.orElseThrow().body(),
                command.at()));
    }

    @CommandHandler
    MediaLeadOutcome decide(AdoptMediaLead command) {
        return apply(require(command, Offered.class).adopt(command));
    }

    @CommandHandler
    MediaLeadOutcome decide(DeclineMediaLead command) {
        return apply(require(command, Offered.class).decline(command));
    }

    @CommandHandler
    MediaLeadOutcome decide(RecordMediaReport command) {
        return apply(require(command, FollowedUp.class).report(command));
    }

    @CommandHandler
    MediaLeadOutcome decide(RecordMediaFollowUp command) {
        return apply(require(command, Reported.class).followUp(command));
    }

    @CommandHandler
    MediaLeadOutcome decide(WithdrawMediaLead command) {
        return apply(require(command, Seen.class).withdraw(command));
    }

    @CommandHandler
    MediaLeadOutcome decide(CompareWithThePublication command, SupervisedPetitions petitions) {
        Optional<PublicText> shown = petitions.publicText(stage.facts().petition());
        if (!(stage instanceof Seen) || shown.equals(Optional.of(stage.facts().text()))) {
            return outcome();
        }
        String reason = shown.isEmpty() ? "留言不再公开。" : "公开稿已变更,可重新提供。";
        return apply(new MediaLeadWithdrawn(id, reason, command.at()));
    }

    @EventSourcingHandler
    void evolve(MediaLeadEvent event, MetaData metadata) {
        id = event.leadId();
        stage = MediaLeadStage.evolve(stage, event);
        guard.remember(metadata, outcome());
    }

    private <S> S require(Object command, Class<S> needed) {
        return SupervisionKind.MEDIA_LEAD.require(stage, command, needed);
    }

    private MediaLeadOutcome apply(MediaLeadEvent event) {
        AggregateLifecycle.apply(event);
        return outcome();
    }

    private MediaLeadOutcome outcome() {
        return new MediaLeadOutcome(id, getVersion(), stage.state());
    }
}
