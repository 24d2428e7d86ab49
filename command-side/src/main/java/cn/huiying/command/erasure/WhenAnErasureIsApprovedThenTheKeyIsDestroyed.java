package cn.huiying.command.erasure;

import cn.huiying.command.common.Reactions;
import cn.huiying.shared.erasure.ErasureApproved;
import java.time.InstantSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Follows each approval, also after a crash: the approval is on record, and so the key has to go. It goes now, however long ago that
 * was.
 */
@ProcessingGroup(ErasureReactionsConfiguration.GROUP)
class WhenAnErasureIsApprovedThenTheKeyIsDestroyed {

    private final Reactions reactions;
    private final InstantSource clock;

    WhenAnErasureIsApprovedThenTheKeyIsDestroyed(Reactions reactions, InstantSource clock) {
        this.reactions = reactions;
        this.clock = clock;
    }

    @EventHandler
    void on(ErasureApproved event, UnitOfWork<?> batch) {
        reactions.send(batch, new DestroySubjectKey(event.erasureId(), clock.instant()));
    }
}
