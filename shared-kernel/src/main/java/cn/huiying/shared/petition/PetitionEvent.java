package cn.huiying.shared.petition;

import java.time.Instant;

/** What can happen in a petition's life: the flat, past-tense list that every fold switches over. */
public sealed interface PetitionEvent
        permits PetitionSubmitted,
                CorrectionRequested,
                PetitionCorrected,
                CorrectionLapsed,
                PetitionNotAccepted,
                PetitionRedirected,
                PetitionMerged,
                PetitionAccepted,
                PetitionDispatched,
                AgencyDesignated,
                AssignmentSigned,
                ReturnRequested,
                ReturnGranted,
                ReturnRefused,
                CitizenContacted,
                SiteVisitRecorded,
                ProgressPosted,
                ReplySubmitted,
                ReplySentBack,
                ReplyApproved,
                ReplyConfirmed,
                PetitionResolved,
                PetitionEvaluated,
                CallbackRequired,
                EvaluationLapsed,
                PetitionClosed,
                PetitionWithdrawn,
                PetitionPublished,
                PublicReplyPublished,
                PetitionTakenDown,
                CoHandlerProposed,
                CoHandlerAdded,
                CoHandlerRemoved,
                CoHandlerSigned,
                CoHandlerReported,
                LeadChanged,
                RecusalDeclared,
                ExtensionRequested,
                ExtensionGranted,
                ExtensionRefused,
                ClockPaused,
                ClockResumed,
                DelayExplained,
                HandlingTerminated,
                CallbackRecorded,
                EvaluationChallenged,
                EvaluationUpheld,
                EvaluationExcluded,
                PetitionReopened,
                ReexaminationRequested,
                ReexaminationConcluded,
                ReviewRequested,
                ReviewConcluded,
                PetitionArchived,
                PetitionResectioned,
                DeadlineEvent {

    PetitionId petitionId();

    /** When it happened, which for imported history is earlier than when it was recorded. */
    Instant at();
}
