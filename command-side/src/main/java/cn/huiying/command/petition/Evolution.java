package cn.huiying.command.petition;

import cn.huiying.command.petition.Stage.Accepted;
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
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;

/** Folds the events of one petition into its stage. */
final class Evolution {

    private Evolution() {}

    /** @param stage null before the first event */
    static Stage evolve(Stage stage, PetitionEvent event) {
        return switch (event) {
            case PetitionSubmitted e -> new PendingReview(Facts.of(e));
            case CorrectionRequested e ->
                new AwaitingCorrection(stage.facts().correctionRequested(e.againFrom()), e.correctBy());
            case PetitionCorrected e -> new PendingReview(stage.facts());
            case CorrectionLapsed e -> new Ended(stage.facts().shown(false), State.WITHDRAWN, stage.lead());
            case PetitionNotAccepted e -> new Ended(stage.facts().shown(false), State.NOT_ACCEPTED, stage.lead());
            case PetitionRedirected e -> new Ended(stage.facts().shown(false), State.REDIRECTED, stage.lead());
            case PetitionMerged e -> new Ended(stage.facts().shown(false), State.MERGED, stage.lead());
            case PetitionWithdrawn e -> new Ended(stage.facts().shown(false), State.WITHDRAWN, stage.lead());
            case PetitionAccepted e -> new Accepted(stage.facts().accepted(e));
            case PetitionDispatched e ->
                new Dispatched(stage.facts(), new Assignment(e.agency(), false, e.returnBy(), false));
            case AgencyDesignated e -> new Dispatched(stage.facts(), new Assignment(e.agency(), true, null, false));
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
            case PetitionResolved e -> new Resolved(stage.facts(), stage.lead(), e.evaluateBy(), false);
            case PetitionEvaluated e -> {
                Resolved resolved = (Resolved) stage;
                yield new Resolved(resolved.facts(), resolved.lead(), resolved.evaluateBy(), true);
            }
            case CallbackRequired e -> stage;
            case EvaluationLapsed e -> stage;
            case PetitionClosed e -> new Closed(stage.facts(), stage.lead());
            case PetitionPublished e -> stage.with(stage.facts().shown(true));
            case PublicReplyPublished e -> stage;
            case PetitionTakenDown e -> stage.with(stage.facts().shown(false));
        };
    }
}
