package cn.huiying.query.live;

import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.petitionfile.InternalEvents;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentRemoved;
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
import cn.huiying.shared.petition.ConversionNoted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
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
import cn.huiying.shared.petition.PetitionId;
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
import cn.huiying.shared.petition.RedAlertRaised;
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
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.YellowAlertRaised;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an event concerns. It follows from the event and from the petition before and after it, so that whoever resumes is told what
 * whoever stayed was told.
 */
final class Audiences {

    /** Whether an event is for the bureau's intake, for the supervisors, or for both. */
    private record Watched(boolean intake, boolean supervision) {}

    private static final Watched BOTH = new Watched(true, true);
    private static final Watched INTAKE = new Watched(true, false);
    private static final Watched SUPERVISION = new Watched(false, true);
    private static final Watched NEITHER = new Watched(false, false);

    private Audiences() {}

    /** The topics of those who may see more than the public. An agency is told also of what takes the petition away from it. */
    static Set<Topic> offices(PetitionEvent event, Standing before, Standing after) {
        PetitionId id = event.petitionId();
        Set<Topic> topics = new HashSet<>();
        topics.add(new Topic.Petition(id));
        if (!InternalEvents.contains(event)) {
            topics.add(new Topic.OwnPetition(id));
        }
        Set<String> agencies = new HashSet<>(before.inHandOf());
        agencies.addAll(after.inHandOf());
        for (String agency : agencies) {
            topics.add(new Topic.PetitionInHand(id, agency));
            topics.add(new Topic.Queue(agency));
        }
        Watched watched = watched(event);
        if (watched.supervision()) {
            topics.add(new Topic.Supervision());
        }
        if (watched.intake()) {
            topics.add(new Topic.Intake(null));
            ListedPetition petition = after.petition();
            if (petition.board() == Board.COUNTY_LEADER) {
                topics.add(new Topic.Intake(petition.district()));
            }
        }
        return topics;
    }

    /** What the public is told it is; empty where the public is told nothing. */
    static Optional<Class<? extends PetitionEvent>> toThePublic(PetitionEvent event, Standing before, Standing after) {
        if (before.isPublic() && !after.isPublic()) {
            // That it is not shown any more, but not why.
            return Optional.of(PetitionTakenDown.class);
        }
        boolean told = after.isPublic()
                && (event instanceof PetitionPublished
                        || event instanceof PublicReplyPublished
                        || event instanceof PetitionResolved);
        return told ? Optional.of(event.getClass()) : Optional.empty();
    }

    private static Watched watched(PetitionEvent event) {
        return switch (event) {
            case ExtensionRequested e -> BOTH;
            case ExtensionGranted e -> BOTH;
            case ExtensionRefused e -> BOTH;
            case HandlingTerminated e -> BOTH;
            case PetitionReopened e -> BOTH;
            case ReexaminationRequested e -> BOTH;
            case ReviewRequested e -> BOTH;
            case PetitionSubmitted e -> INTAKE;
            case CorrectionRequested e -> INTAKE;
            case PetitionCorrected e -> INTAKE;
            case CorrectionLapsed e -> INTAKE;
            case PetitionNotAccepted e -> INTAKE;
            case PetitionRedirected e -> INTAKE;
            case PetitionMerged e -> INTAKE;
            case PetitionAccepted e -> INTAKE;
            case PetitionDispatched e -> INTAKE;
            case AgencyDesignated e -> INTAKE;
            case ReturnRequested e -> INTAKE;
            case ReturnGranted e -> INTAKE;
            case ReturnRefused e -> INTAKE;
            case ReplySentBack e -> INTAKE;
            case ReplyApproved e -> INTAKE;
            case ReplyConfirmed e -> INTAKE;
            case PetitionResolved e -> INTAKE;
            case CallbackRequired e -> INTAKE;
            case PetitionClosed e -> INTAKE;
            case PetitionWithdrawn e -> INTAKE;
            case CoHandlerProposed e -> INTAKE;
            case CoHandlerAdded e -> INTAKE;
            case CoHandlerRemoved e -> INTAKE;
            case CallbackRecorded e -> INTAKE;
            case EvaluationChallenged e -> INTAKE;
            case EvaluationUpheld e -> INTAKE;
            case EvaluationExcluded e -> INTAKE;
            case ReexaminationConcluded e -> INTAKE;
            case ReviewConcluded e -> INTAKE;
            case PetitionArchived e -> INTAKE;
            case AttachmentAdded e -> INTAKE;
            case AttachmentRemoved e -> INTAKE;
            case ClockPaused e -> SUPERVISION;
            case ClockResumed e -> SUPERVISION;
            case DelayExplained e -> SUPERVISION;
            case YellowAlertRaised e -> SUPERVISION;
            case RedAlertRaised e -> SUPERVISION;
            case DeadlineMissed e -> SUPERVISION;
            case DeadlineEscalated e -> SUPERVISION;
            case AssignmentSigned e -> NEITHER;
            case CitizenContacted e -> NEITHER;
            case SiteVisitRecorded e -> NEITHER;
            case ProgressPosted e -> NEITHER;
            case ReplySubmitted e -> NEITHER;
            case PetitionEvaluated e -> NEITHER;
            case EvaluationLapsed e -> NEITHER;
            case PetitionPublished e -> NEITHER;
            case PublicReplyPublished e -> NEITHER;
            case PetitionTakenDown e -> NEITHER;
            case CoHandlerSigned e -> NEITHER;
            case CoHandlerReported e -> NEITHER;
            case LeadChanged e -> NEITHER;
            case RecusalDeclared e -> NEITHER;
            case PetitionResectioned e -> NEITHER;
            case DeadlineSet e -> NEITHER;
            case DeadlineChanged e -> NEITHER;
            case DeadlineRecalculated e -> NEITHER;
            case DeadlineMet e -> NEITHER;
            case AttachmentHidden e -> NEITHER;
            case PetitionPutUnderSupervision e -> SUPERVISION;
            case PetitionReleasedFromSupervision e -> SUPERVISION;
            case PetitionReportedByMedia e -> SUPERVISION;
            case SuggestionStudied e -> NEITHER;
            case SuggestionSelected e -> NEITHER;
            case SuggestionRewarded e -> NEITHER;
            case ConversionNoted e -> NEITHER;
        };
    }
}
