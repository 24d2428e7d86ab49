package cn.huiying.query.petitionfile;

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
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
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
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about one petition: a fold of its own events, made anew for each reader and so never behind the log.
 */
final class PetitionFile {

    /** One step of the petition's history. {@code text} is in the clear, {@code sealed} has to be opened; either may be null. */
    record Entry(
            Instant at,
            String event,
            String chinese,
            String role,
            String agency,
            String text,
            Sealed sealed,
            boolean internal) {}

    /** The reply that counts: the last one submitted. */
    record Reply(
            int round,
            ReplyOutcome outcome,
            Sealed text,
            String legalBasis,
            String evidence,
            boolean approved,
            boolean confirmed,
            Instant submittedAt) {}

    record Evaluation(
            Integer solved, int manner, int speed, double overall, SatisfactionBand band, Sealed comment, Instant at) {}

    /** What the public sees. */
    record Publication(boolean shown, String title, String body, String reply, Instant publishedAt) {}

    PetitionId id;
    long version = -1;
    String number;
    AccountId author;
    String nickname;
    Section section;
    Board board;
    PetitionType type;
    String domain;
    String district;
    VisibilityWish visibilityWish;
    Sealed title;
    Sealed body;
    Sealed claim;
    Sealed supplement;
    PetitionClass petitionClass;
    LimitClass limitClass;
    Urgency urgency;
    String source;
    State state;
    String agency;
    boolean designated;
    boolean returnPending;
    PetitionId mergedInto;
    Reply reply;
    Evaluation evaluation;
    Publication publication;
    Instant submittedAt;
    Instant acceptedAt;
    Instant dispatchedAt;
    Instant resolvedAt;
    Instant closedAt;
    Instant correctBy;
    Instant returnBy;
    Instant evaluateBy;
    Instant callBackBy;
    final List<Entry> history = new ArrayList<>();

    /**
     * Folds one event in.
     *
     * @param role   who acted; null where the metadata does not tell
     * @param actors the agency the actor belongs to; null for others
     */
    void evolve(PetitionEvent event, long sequence, String role, String actors) {
        version = sequence;
        String text = null;
        Sealed sealed = null;
        boolean internal = false;
        switch (event) {
            case PetitionSubmitted e -> submitted(e);
            case CorrectionRequested e -> {
                state = State.AWAITING_CORRECTION;
                correctBy = e.correctBy();
                text = e.reason();
            }
            case PetitionCorrected e -> {
                state = State.PENDING_REVIEW;
                correctBy = null;
                title = e.title() == null ? title : e.title();
                body = e.body() == null ? body : e.body();
                claim = e.claim() == null ? claim : e.claim();
                supplement = e.supplement() == null ? supplement : e.supplement();
            }
            case CorrectionLapsed e -> {
                ended(State.WITHDRAWN);
            }
            case PetitionNotAccepted e -> {
                ended(State.NOT_ACCEPTED);
                text = e.reasonCode().chinese() + ":" + e.text();
            }
            case PetitionRedirected e -> {
                ended(State.REDIRECTED);
                text = e.target().chinese() + ":" + e.text();
            }
            case PetitionMerged e -> {
                ended(State.MERGED);
                mergedInto = e.main();
                text = e.text();
            }
            case PetitionWithdrawn e -> {
                ended(State.WITHDRAWN);
                text = e.reason();
            }
            case PetitionAccepted e -> {
                state = State.ACCEPTED;
                type = e.type();
                domain = e.domain();
                petitionClass = e.petitionClass();
                visibilityWish =
                        e.petitionClass() == PetitionClass.ACCUSATION ? VisibilityWish.PRIVATE : visibilityWish;
                limitClass = e.limitClass();
                urgency = e.urgency();
                acceptedAt = e.at();
            }
            case PetitionDispatched e -> {
                assigned(e.agency(), false, e.returnBy(), e.at());
                text = e.note();
            }
            case AgencyDesignated e -> {
                assigned(e.agency(), true, null, e.at());
                text = e.reason();
            }
            case AssignmentSigned e -> state = State.HANDLING;
            case ReturnRequested e -> {
                returnPending = true;
                text = e.reason();
                internal = true;
            }
            case ReturnGranted e -> {
                state = State.ACCEPTED;
                agency = null;
                returnPending = false;
                returnBy = null;
                text = e.reason();
                internal = true;
            }
            case ReturnRefused e -> {
                returnPending = false;
                text = e.reason();
                internal = true;
            }
            case CitizenContacted e -> {
                text = e.channel().chinese() + (e.reached() ? "" : "(未联系上)");
                sealed = e.note();
            }
            case SiteVisitRecorded e -> sealed = e.findings();
            case ProgressPosted e -> sealed = e.text();
            case ReplySubmitted e -> {
                state = State.REPLY_IN_REVIEW;
                reply = new Reply(e.round(), e.outcome(), e.text(), e.legalBasis(), e.evidence(), false, false, e.at());
                internal = true;
            }
            case ReplySentBack e -> {
                state = State.HANDLING;
                text = e.reason();
                internal = true;
            }
            case ReplyApproved e -> {
                reply = reviewed(true, false);
                internal = true;
            }
            case ReplyConfirmed e -> {
                reply = reviewed(true, true);
                internal = true;
            }
            case PetitionResolved e -> {
                state = State.RESOLVED;
                resolvedAt = e.at();
                evaluateBy = e.evaluateBy();
                returnBy = null;
                sealed = reply.text();
            }
            case PetitionEvaluated e -> {
                evaluation =
                        new Evaluation(e.solved(), e.manner(), e.speed(), e.overall(), e.band(), e.comment(), e.at());
                evaluateBy = null;
                sealed = e.comment();
            }
            case CallbackRequired e -> {
                callBackBy = e.callBackBy();
                internal = true;
            }
            case EvaluationLapsed e -> evaluateBy = null;
            case PetitionClosed e -> {
                state = State.CLOSED;
                closedAt = e.at();
            }
            case PetitionPublished e ->
                publication = new Publication(
                        true,
                        e.title(),
                        e.body(),
                        publication == null ? null : publication.reply(),
                        publication == null ? e.at() : publication.publishedAt());
            case PublicReplyPublished e ->
                publication = new Publication(
                        publication.shown(),
                        publication.title(),
                        publication.body(),
                        e.text(),
                        publication.publishedAt());
            case CoHandlerProposed e -> internal = true;
            case CoHandlerAdded e -> internal = true;
            case CoHandlerRemoved e -> internal = true;
            case CoHandlerSigned e -> internal = true;
            case CoHandlerReported e -> internal = true;
            case LeadChanged e -> agency = e.to();
            case RecusalDeclared e -> internal = true;
            case ExtensionRequested e -> internal = true;
            case ExtensionGranted e -> internal = true;
            case ExtensionRefused e -> internal = true;
            case ClockPaused e -> internal = true;
            case ClockResumed e -> internal = true;
            case DelayExplained e -> internal = true;
            case HandlingTerminated e -> state = State.TERMINATED;
            case CallbackRecorded e -> internal = true;
            case EvaluationChallenged e -> internal = true;
            case EvaluationUpheld e -> internal = true;
            case EvaluationExcluded e -> internal = true;
            case PetitionReopened e -> state = State.HANDLING;
            case ReexaminationRequested e -> internal = true;
            case ReexaminationConcluded e -> internal = true;
            case ReviewRequested e -> internal = true;
            case ReviewConcluded e -> internal = true;
            case PetitionArchived e -> state = State.ARCHIVED;
            case PetitionResectioned e -> section = e.section();
            case DeadlineEvent e -> internal = true;
            case PetitionTakenDown e -> {
                publication = hidden();
                text = e.reason();
                internal = true;
            }
        }
        history.add(new Entry(
                event.at(),
                event.getClass().getSimpleName(),
                EventNames.chinese(event.getClass()),
                role,
                actors,
                text,
                sealed,
                internal));
    }

    private void submitted(PetitionSubmitted e) {
        id = e.petitionId();
        number = e.number();
        author = e.author();
        nickname = e.nickname();
        section = e.section();
        board = e.board();
        type = e.type();
        domain = e.domain();
        district = e.district();
        visibilityWish = e.visibilityWish();
        title = e.title();
        body = e.body();
        claim = e.claim();
        supplement = e.supplement();
        source = e.source();
        state = State.PENDING_REVIEW;
        submittedAt = e.at();
    }

    /** What ended before it was answered is not shown any more and waits for nobody. */
    private void ended(State as) {
        state = as;
        correctBy = null;
        returnBy = null;
        returnPending = false;
        publication = hidden();
    }

    private Publication hidden() {
        return publication == null
                ? null
                : new Publication(
                        false, publication.title(), publication.body(), publication.reply(), publication.publishedAt());
    }

    private void assigned(String lead, boolean forGood, Instant objectBy, Instant at) {
        state = State.DISPATCHED;
        agency = lead;
        designated = forGood;
        returnPending = false;
        returnBy = objectBy;
        dispatchedAt = at;
    }

    private Reply reviewed(boolean approved, boolean confirmed) {
        return new Reply(
                reply.round(),
                reply.outcome(),
                reply.text(),
                reply.legalBasis(),
                reply.evidence(),
                approved,
                confirmed,
                reply.submittedAt());
    }
}
