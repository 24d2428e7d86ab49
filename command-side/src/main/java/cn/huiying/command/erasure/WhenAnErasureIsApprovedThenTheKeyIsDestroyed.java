package cn.huiying.command.erasure;

import cn.huiying.command.common.Reactions;
import cn.huiying.shared.erasure.ErasureApproved;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Follows each approval, also after a crash: the approval is on record, and so the key has to go. */
@ProcessingGroup(ErasureReactionsConfiguration.GROUP)
class WhenAnErasureIsApprovedThenTheKeyIsDestroyed {

    private final Reactions reactions;

    WhenAnErasureIsApprovedThenTheKeyIsDestroyed(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void on(ErasureApproved event, UnitOfWork<?> batch) {
        reactions.send(batch, new DestroySubjectKey(event.erasureId(), event.at()));
    }
}
