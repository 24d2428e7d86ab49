package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.petition.supervising.NoteMediaReport;
import cn.huiying.shared.supervision.MediaReportPublished;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 媒体报道: the public listing shows what the media reported on. */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenTheMediaReportThenThePetitionTells {

    private final Reactions reactions;

    WhenTheMediaReportThenThePetitionTells(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void react(MediaReportPublished event, UnitOfWork<?> batch) {
        reactions.send(
                batch,
                new NoteMediaReport(event.petition(), event.at(), event.leadId().value()));
    }
}
