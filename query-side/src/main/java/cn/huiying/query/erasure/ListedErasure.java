package cn.huiying.query.erasure;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.erasure.ErasureApproved;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureRefused;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.erasure.SubjectKeyDestroyed;
import java.time.Instant;

/**
 * One erasure as the list shows it. Of the person it knows the account's id and nothing else.
 *
 * @param requestedBy    who asked, and so may not decide
 * @param decidedBy      null before the decision, like the moment
 * @param refusal        why it was refused; null otherwise
 * @param keyDestroyedAt null before
 * @param version        sequence number of the last event
 */
record ListedErasure(
        String id,
        String subject,
        ErasureBasis basis,
        String reason,
        ErasureState state,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        Instant decidedAt,
        String refusal,
        Instant keyDestroyedAt,
        long version) {

    /**
     * An event and what its metadata adds.
     *
     * @param actor id of whoever did it
     */
    record Act(ErasureEvent event, String actor) {}

    /** @param erasure null before the first event; an event applied already changes nothing */
    static ListedErasure evolve(ListedErasure erasure, Recorded<Act> recorded) {
        if (erasure != null && recorded.version() <= erasure.version()) {
            return erasure;
        }
        String actor = recorded.event().actor();
        long version = recorded.version();
        return switch (recorded.event().event()) {
            case ErasureRequested e ->
                new ListedErasure(
                        e.erasureId().value(),
                        e.subject().value(),
                        e.basis(),
                        e.reason(),
                        ErasureState.REQUESTED,
                        e.requester(),
                        e.at(),
                        null,
                        null,
                        null,
                        null,
                        version);
            case ErasureApproved e -> erasure.as(ErasureState.APPROVED, actor, e.at(), null, null, version);
            case ErasureRefused e -> erasure.as(ErasureState.REFUSED, actor, e.at(), e.reason(), null, version);
            case SubjectKeyDestroyed e ->
                erasure.as(ErasureState.DONE, erasure.decidedBy(), erasure.decidedAt(), null, e.at(), version);
        };
    }

    private ListedErasure as(
            ErasureState changed, String decider, Instant decided, String because, Instant destroyed, long at) {
        return new ListedErasure(
                id,
                subject,
                basis,
                reason,
                changed,
                requestedBy,
                requestedAt,
                decider,
                decided,
                because,
                destroyed,
                at);
    }
}
