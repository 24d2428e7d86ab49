package cn.huiying.query.workqueue;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;

/**
 * A petition that somebody has to do something about.
 *
 * @param agency  code of the lead agency; null while the bureau has it
 * @param desk    what the bureau has to do; null where it has nothing to do
 * @param bucket  what the agency has to do; null where it has nothing to do
 * @param since   when it came to where it is now
 * @param version sequence number of the last event that was folded in
 */
record WorkItem(
        String id,
        String number,
        Section section,
        Board board,
        PetitionType type,
        String domain,
        String district,
        LimitClass limitClass,
        Urgency urgency,
        AccountId author,
        Sealed title,
        String agency,
        State state,
        Desk desk,
        Bucket bucket,
        Instant submittedAt,
        Instant since,
        long version) {

    /** What the bureau has to do. */
    enum Desk {
        /** 待审核. */
        TO_REVIEW("toReview"),
        /** 待补正: the author has to act first. */
        AWAITING_CORRECTION("awaitingCorrection"),
        /** 待交办. */
        TO_DISPATCH("toDispatch"),
        /** 退单待审核. */
        RETURN_REQUESTED("returnRequested"),
        /** 答复待复核. */
        TO_CONFIRM("toConfirm"),
        /** 待回访. */
        TO_CALL_BACK("toCallBack");

        private final String slug;

        Desk(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }

    /** What the agency has to do. */
    enum Bucket {
        /** 待签收. */
        TO_SIGN("toSign"),
        /** 办理中. */
        HANDLING("handling"),
        /** 答复审核中. */
        IN_REVIEW("inReview"),
        /** 已申请退单. */
        RETURNED("returned");

        private final String slug;

        Bucket(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }

    /** Whether anybody still has to do something; if not, the item leaves the queues. */
    boolean open() {
        return desk != null || bucket != null;
    }

    /**
     * Folds one event in.
     *
     * @param item null before the petition's first event, and after it left the queues
     * @return null where the petition is not in the queues
     */
    static WorkItem evolve(WorkItem item, PetitionEvent event, long version) {
        if (event instanceof PetitionSubmitted e) {
            return item != null
                    ? item
                    : new WorkItem(
                            e.petitionId().value(),
                            e.number(),
                            e.section(),
                            e.board(),
                            e.type(),
                            e.domain(),
                            e.district(),
                            null,
                            null,
                            e.author(),
                            e.title(),
                            null,
                            State.PENDING_REVIEW,
                            Desk.TO_REVIEW,
                            null,
                            e.at(),
                            e.at(),
                            version);
        }
        if (item == null || version <= item.version()) {
            return item;
        }
        return switch (event) {
            case PetitionSubmitted e -> item;
            case CorrectionRequested e ->
                item.at(State.AWAITING_CORRECTION, Desk.AWAITING_CORRECTION, null, e, version);
            case PetitionCorrected e ->
                item.titled(e.title()).at(State.PENDING_REVIEW, Desk.TO_REVIEW, null, e, version);
            case CorrectionLapsed e -> item.at(State.WITHDRAWN, null, null, e, version);
            case PetitionNotAccepted e -> item.at(State.NOT_ACCEPTED, null, null, e, version);
            case PetitionRedirected e -> item.at(State.REDIRECTED, null, null, e, version);
            case PetitionMerged e -> item.at(State.MERGED, null, null, e, version);
            case PetitionWithdrawn e -> item.at(State.WITHDRAWN, null, null, e, version);
            case PetitionAccepted e -> item.classified(e).at(State.ACCEPTED, Desk.TO_DISPATCH, null, e, version);
            case PetitionDispatched e ->
                item.assigned(e.agency()).at(State.DISPATCHED, null, Bucket.TO_SIGN, e, version);
            case AgencyDesignated e -> item.assigned(e.agency()).at(State.DISPATCHED, null, Bucket.TO_SIGN, e, version);
            case AssignmentSigned e -> item.at(State.HANDLING, null, Bucket.HANDLING, e, version);
            case ReturnRequested e -> item.at(item.state(), Desk.RETURN_REQUESTED, Bucket.RETURNED, e, version);
            case ReturnGranted e -> item.assigned(null).at(State.ACCEPTED, Desk.TO_DISPATCH, null, e, version);
            case ReturnRefused e ->
                item.at(
                        item.state(),
                        null,
                        item.state() == State.DISPATCHED ? Bucket.TO_SIGN : Bucket.HANDLING,
                        e,
                        version);
            case ReplySubmitted e -> item.at(State.REPLY_IN_REVIEW, null, Bucket.IN_REVIEW, e, version);
            case ReplySentBack e -> item.at(State.HANDLING, null, Bucket.HANDLING, e, version);
            case ReplyApproved e ->
                item.at(
                        State.REPLY_IN_REVIEW,
                        e.bureauCheckDue() ? Desk.TO_CONFIRM : null,
                        Bucket.IN_REVIEW,
                        e,
                        version);
            case PetitionResolved e -> item.at(State.RESOLVED, null, null, e, version);
            case CallbackRequired e -> item.at(State.RESOLVED, Desk.TO_CALL_BACK, null, e, version);
            case PetitionClosed e -> item.at(State.CLOSED, null, null, e, version);
            case CitizenContacted e -> item.seen(version);
            case SiteVisitRecorded e -> item.seen(version);
            case ProgressPosted e -> item.seen(version);
            case ReplyConfirmed e -> item.seen(version);
            case PetitionEvaluated e -> item.seen(version);
            case EvaluationLapsed e -> item.seen(version);
            case PetitionPublished e -> item.seen(version);
            case PublicReplyPublished e -> item.seen(version);
            case PetitionTakenDown e -> item.seen(version);
            case CoHandlerProposed e -> item.seen(version);
            case CoHandlerAdded e -> item.seen(version);
            case CoHandlerRemoved e -> item.seen(version);
            case CoHandlerSigned e -> item.seen(version);
            case CoHandlerReported e -> item.seen(version);
            case LeadChanged e -> item.assigned(e.to()).seen(version);
            case RecusalDeclared e -> item.seen(version);
            case ExtensionRequested e -> item.seen(version);
            case ExtensionGranted e -> item.seen(version);
            case ExtensionRefused e -> item.seen(version);
            case ClockPaused e -> item.seen(version);
            case ClockResumed e -> item.seen(version);
            case DelayExplained e -> item.seen(version);
            case HandlingTerminated e -> item.at(State.TERMINATED, null, null, e, version);
            case CallbackRecorded e -> item.seen(version);
            case EvaluationChallenged e -> item.seen(version);
            case EvaluationUpheld e -> item.seen(version);
            case EvaluationExcluded e -> item.seen(version);
            case PetitionReopened e -> item.at(State.HANDLING, null, Bucket.HANDLING, e, version);
            case ReexaminationRequested e -> item.seen(version);
            case ReexaminationConcluded e -> item.seen(version);
            case ReviewRequested e -> item.seen(version);
            case ReviewConcluded e -> item.seen(version);
            case PetitionArchived e -> item.at(State.ARCHIVED, null, null, e, version);
            case PetitionResectioned e -> item.seen(version);
            case DeadlineEvent e -> item.seen(version);
        };
    }

    private WorkItem at(State to, Desk toDesk, Bucket toBucket, PetitionEvent event, long newVersion) {
        return new WorkItem(
                id,
                number,
                section,
                board,
                type,
                domain,
                district,
                limitClass,
                urgency,
                author,
                title,
                agency,
                to,
                toDesk,
                toBucket,
                submittedAt,
                event.at(),
                newVersion);
    }

    private WorkItem seen(long newVersion) {
        return new WorkItem(
                id,
                number,
                section,
                board,
                type,
                domain,
                district,
                limitClass,
                urgency,
                author,
                title,
                agency,
                state,
                desk,
                bucket,
                submittedAt,
                since,
                newVersion);
    }

    private WorkItem titled(Sealed newTitle) {
        return new WorkItem(
                id,
                number,
                section,
                board,
                type,
                domain,
                district,
                limitClass,
                urgency,
                author,
                newTitle == null ? title : newTitle,
                agency,
                state,
                desk,
                bucket,
                submittedAt,
                since,
                version);
    }

    private WorkItem classified(PetitionAccepted e) {
        return new WorkItem(
                id,
                number,
                section,
                board,
                e.type(),
                e.domain(),
                district,
                e.limitClass(),
                e.urgency(),
                author,
                title,
                agency,
                state,
                desk,
                bucket,
                submittedAt,
                since,
                version);
    }

    private WorkItem assigned(String lead) {
        return new WorkItem(
                id,
                number,
                section,
                board,
                type,
                domain,
                district,
                limitClass,
                urgency,
                author,
                title,
                lead,
                state,
                desk,
                bucket,
                submittedAt,
                since,
                version);
    }
}
