package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.erasure.ErasureApproved;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureRefused;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.erasure.SubjectKeyDestroyed;
import cn.huiying.shared.rule.Actor;

/** Where an erasure stands, and what may be done with it there. Pure. */
sealed interface ErasureStage extends DossierStage {

    ErasureId erasureId();

    @Override
    ErasureState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    @Override
    default boolean isKnownTo(Actor actor) {
        return true;
    }

    /** 待批准. */
    record Requested(ErasureId erasureId, AccountId subject, String requester) implements ErasureStage {

        ErasureApproved approve(ApproveErasure command, String decider) {
            WhoeverAsksForAnErasureDoesNotDecideIt.check(requester, decider);
            return new ErasureApproved(erasureId, subject, command.at());
        }

        ErasureRefused refuse(RefuseErasure command, String decider) {
            WhoeverAsksForAnErasureDoesNotDecideIt.check(requester, decider);
            return new ErasureRefused(erasureId, command.reason(), command.at());
        }

        @Override
        public ErasureState state() {
            return ErasureState.REQUESTED;
        }
    }

    /** 已批准. */
    record Approved(ErasureId erasureId, AccountId subject) implements ErasureStage {

        @Override
        public ErasureState state() {
            return ErasureState.APPROVED;
        }
    }

    /** 未批准. */
    record Declined(ErasureId erasureId) implements ErasureStage {

        @Override
        public ErasureState state() {
            return ErasureState.REFUSED;
        }
    }

    /** 已删除. */
    record Done(ErasureId erasureId) implements ErasureStage {

        @Override
        public ErasureState state() {
            return ErasureState.DONE;
        }
    }

    /** @param stage null before the first event */
    static ErasureStage evolve(ErasureStage stage, ErasureEvent event) {
        return switch (event) {
            case ErasureRequested e -> new Requested(e.erasureId(), e.subject(), e.requester());
            case ErasureApproved e -> new Approved(e.erasureId(), e.subject());
            case ErasureRefused e -> new Declined(e.erasureId());
            case SubjectKeyDestroyed e -> new Done(e.erasureId());
        };
    }
}
