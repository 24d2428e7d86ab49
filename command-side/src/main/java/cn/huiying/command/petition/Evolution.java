package cn.huiying.command.petition;

import cn.huiying.command.petition.Stage.Accepted;
import cn.huiying.command.petition.Stage.Answered;
import cn.huiying.command.petition.Stage.Archived;
import cn.huiying.command.petition.Stage.Assigned;
import cn.huiying.command.petition.Stage.AwaitingCorrection;
import cn.huiying.command.petition.Stage.Closed;
import cn.huiying.command.petition.Stage.Dispatched;
import cn.huiying.command.petition.Stage.Ended;
import cn.huiying.command.petition.Stage.Handling;
import cn.huiying.command.petition.Stage.PendingReview;
import cn.huiying.command.petition.Stage.ReplyInReview;
import cn.huiying.command.petition.Stage.Resolved;
import cn.huiying.command.petition.Stage.Returnable;
import cn.huiying.command.petition.Stage.Terminated;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentRemoved;
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
import cn.huiying.shared.petition.ConversionNoted;
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
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReleasedFromSupervision;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionReportedByMedia;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
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
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import java.util.function.UnaryOperator;

/** Folds the events of one petition into its stage. */
final class Evolution {

    private Evolution() {}

    /** @param stage null before the first event */
    static Stage evolve(Stage stage, PetitionEvent event) {
        if (event instanceof PetitionSubmitted first) {
            return new PendingReview(Facts.of(first));
        }
        Stage next = happened(stage, event);
        return next.with(next.facts().ticked(event));
    }

    private static Stage happened(Stage stage, PetitionEvent event) {
        return switch (event) {
            case PetitionSubmitted e -> throw new IllegalStateException("begins a petition");
            case DeadlineEvent e -> stage;
            case PetitionResectioned e -> stage;
            case ClockPaused e -> stage;
            case ClockResumed e -> stage;
            case DelayExplained e -> stage;
            case RecusalDeclared e -> stage.with(stage.facts().without(e.staff()));
            case CorrectionRequested e ->
                new AwaitingCorrection(stage.facts().correctionRequested(e.againFrom()), e.correctBy());
            case PetitionCorrected e -> new PendingReview(stage.facts());
            case CorrectionLapsed e -> new Ended(stage.facts().shown(false), State.WITHDRAWN, stage.lead());
            case PetitionNotAccepted e -> new Ended(stage.facts().shown(false), State.NOT_ACCEPTED, stage.lead());
            case PetitionRedirected e -> new Ended(stage.facts().shown(false), State.REDIRECTED, stage.lead());
            case PetitionMerged e -> new Ended(stage.facts().shown(false), State.MERGED, stage.lead());
            case PetitionWithdrawn e -> new Ended(stage.facts().shown(false), State.WITHDRAWN, stage.lead());
            case PetitionAccepted e -> new Accepted(stage.facts().accepted(e));
            case PetitionDispatched e -> new Dispatched(stage.facts(), Assignment.to(e.agency(), false, e.returnBy()));
            case AgencyDesignated e -> new Dispatched(stage.facts(), Assignment.to(e.agency(), true, null));
            case AssignmentSigned e -> new Handling(stage.facts(), ((Assigned) stage).assignment());
            case ReturnRequested e -> {
                Returnable returnable = (Returnable) stage;
                yield returnable
                        .with(returnable.assignment().pending(true))
                        .with(stage.facts().returnRequested());
            }
            case ReturnGranted e -> new Accepted(stage.facts());
            case ReturnRefused e -> {
                Returnable returnable = (Returnable) stage;
                yield returnable.with(returnable.assignment().pending(false));
            }
            case CitizenContacted e -> stage;
            case SiteVisitRecorded e -> stage;
            case ProgressPosted e -> stage;
            case ReplySubmitted e ->
                new ReplyInReview(
                        stage.facts().replied(), ((Assigned) stage).assignment(), e.replyAuthor(), e.outcome(), false);
            case ReplySentBack e -> new Handling(stage.facts(), ((Assigned) stage).assignment());
            case ReplyApproved e -> {
                ReplyInReview review = (ReplyInReview) stage;
                yield new ReplyInReview(
                        review.facts(), review.assignment(), review.replyAuthor(), review.outcome(), true);
            }
            case ReplyConfirmed e -> stage;
            case PetitionResolved e ->
                new Resolved(
                        stage.facts().with(stage.facts().suggestion().answered(e.outcome())),
                        new AfterReply(
                                ((Assigned) stage).assignment(),
                                e.evaluateBy(),
                                AfterReply.Rating.NONE,
                                false,
                                false,
                                AfterReply.Review.NONE));
            case PetitionEvaluated e -> after(stage, a -> a.with(AfterReply.Rating.GIVEN));
            case CallbackRequired e -> after(stage, a -> a.callback(true, false));
            case CallbackRecorded e -> after(stage, a -> a.callback(!e.reached(), e.reached()));
            case EvaluationLapsed e -> stage;
            case EvaluationChallenged e -> after(stage, a -> a.with(AfterReply.Rating.CHALLENGED));
            case EvaluationUpheld e -> after(stage, a -> a.with(AfterReply.Rating.DECIDED));
            case EvaluationExcluded e -> after(stage, a -> a.with(AfterReply.Rating.DECIDED));
            case PetitionClosed e -> new Closed(stage.facts(), ((Answered) stage).after());
            case PetitionReopened e ->
                new Handling(
                        stage.facts().with(stage.facts().suggestion().answered(null)),
                        ((Answered) stage).after().assignment().again());
            case ReexaminationRequested e -> after(stage, a -> a.with(AfterReply.Review.REEXAMINATION));
            case ReexaminationConcluded e -> after(stage, a -> a.with(AfterReply.Review.REEXAMINED));
            case ReviewRequested e -> after(stage, a -> a.with(AfterReply.Review.REVIEW));
            case ReviewConcluded e -> after(stage, a -> a.with(AfterReply.Review.EXHAUSTED));
            case HandlingTerminated e -> new Terminated(stage.facts(), stage.lead());
            case PetitionArchived e -> new Archived(stage.facts(), stage.lead());
            case CoHandlerProposed e ->
                assignment(stage, a -> a.proposed(new Assignment.Proposal(e.agency(), e.release())));
            case CoHandlerAdded e -> assignment(stage, a -> a.with(new Assignment.CoHandler(e.agency(), false, false)));
            case CoHandlerSigned e -> assignment(stage, a -> a.with(new Assignment.CoHandler(e.agency(), true, false)));
            case CoHandlerReported e ->
                assignment(stage, a -> a.with(new Assignment.CoHandler(e.agency(), true, true)));
            case CoHandlerRemoved e -> assignment(stage, a -> a.without(e.agency()));
            case LeadChanged e -> assignment(stage, a -> a.without(e.to()).ledBy(e.to()));
            case ExtensionRequested e ->
                assignment(stage, a -> a.with(new Assignment.Extension(e.code(), e.amount(), true)));
            case ExtensionGranted e ->
                assignment(stage, a -> a.with(new Assignment.Extension(e.code(), e.amount(), false)));
            case ExtensionRefused e ->
                assignment(
                        stage,
                        a -> a.with(
                                new Assignment.Extension(e.code(), a.extension().amount(), false)));
            case PetitionPublished e -> stage.with(stage.facts().shown(true));
            case PublicReplyPublished e -> stage;
            case PetitionTakenDown e -> stage.with(stage.facts().shown(false));
            case AttachmentAdded e -> attachments(stage, a -> a.added(e.attachmentId(), e.visibleToPublic()));
            case AttachmentRemoved e -> attachments(stage, a -> a.removed(e.attachmentId()));
            case AttachmentHidden e -> attachments(stage, a -> a.hidden(e.attachmentId()));
            case PetitionPutUnderSupervision e -> stage.with(stage.facts().supervisedBy(e.order()));
            case PetitionReleasedFromSupervision e -> stage.with(stage.facts().releasedFrom(e.order()));
            case PetitionReportedByMedia e -> stage.with(stage.facts().reportedByMedia());
            case SuggestionStudied e -> stage;
            case SuggestionSelected e -> suggestion(stage, SuggestionFacts::selectedAsOutstanding);
            case SuggestionRewarded e -> stage;
            case ConversionNoted e -> suggestion(stage, s -> s.converted(e.measure(), e.state()));
        };
    }

    private static Stage assignment(Stage stage, UnaryOperator<Assignment> change) {
        return switch (stage) {
            case Assigned assigned -> assigned.with(change.apply(assigned.assignment()));
            case Answered answered ->
                answered.with(
                        answered.after().with(change.apply(answered.after().assignment())));
            default -> throw new IllegalStateException("No agency has the petition: " + stage.state());
        };
    }

    private static Stage suggestion(Stage stage, UnaryOperator<SuggestionFacts> change) {
        return stage.with(stage.facts().with(change.apply(stage.facts().suggestion())));
    }

    private static Stage attachments(Stage stage, UnaryOperator<Attachments> change) {
        return stage.with(stage.facts().with(change.apply(stage.facts().attachments())));
    }

    private static Stage after(Stage stage, UnaryOperator<AfterReply> change) {
        Answered answered = (Answered) stage;
        return answered.with(change.apply(answered.after()));
    }
}
