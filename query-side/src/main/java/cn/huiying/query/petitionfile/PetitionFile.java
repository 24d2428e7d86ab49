package cn.huiying.query.petitionfile;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentId;
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
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PauseReason;
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
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReleasedFromSupervision;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionReportedByMedia;
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
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one petition: a fold of its own events, made anew for each reader and so never behind the log.
 */
final class PetitionFile {

    /**
     * One step of the petition's history.
     *
     * @param agency     the actor's; null for others
     * @param about      code of the agency that it is about; null where it is about none
     * @param text       in the clear; may be null
     * @param authorText what the author reads instead
     * @param sealed     has to be opened; may be null
     * @param internal   whether it is not shown to the author
     */
    record Entry(
            Instant at,
            String event,
            String chinese,
            String role,
            String agency,
            String about,
            String text,
            String authorText,
            Sealed sealed,
            boolean internal) {}

    /** 协办单位. {@code report} is what it last told the lead agency in this round; null before. */
    record CoHandler(String agency, Instant addedAt, Instant signedAt, Instant reportedAt, Sealed report) {}

    /** 提请协办, not decided yet. */
    record Proposal(String agency, boolean release, String reason, Instant at) {}

    /** Where the one extension of a round stands. */
    enum ExtensionState {
        NONE,
        PENDING,
        GRANTED,
        REFUSED
    }

    /**
     * 延期, of this round.
     *
     * @param code   of the deadline; null where none was asked for
     * @param unit   the deadline's own; null where its deadline is not known
     * @param reason of whoever asked, then of whoever decided
     */
    record Extension(ExtensionState state, String code, int amount, Unit unit, String reason, Instant at) {

        static final Extension NONE = new Extension(ExtensionState.NONE, null, 0, null, null, null);
    }

    /** 暂停计时. */
    record Pause(PauseReason reasonCode, String reason, Instant since, Instant until) {}

    /** Whether the author's evaluation window is open. */
    enum EvaluationState {
        NOT_OPEN,
        OPEN,
        DONE,
        LAPSED
    }

    /** How far the author has gone against the answer (Arts. 35, 36). */
    enum ReviewState {
        NONE,
        /** 复查. */
        REEXAMINATION,
        /** 复核. */
        REVIEW,
        /** 复核 concluded: the same facts are not taken up again. */
        EXHAUSTED
    }

    /** A re-examination or a review; its opinion is null while it is pending. */
    record Review(
            String body,
            Sealed grounds,
            Instant requestedAt,
            ReviewOutcome outcome,
            String opinion,
            Instant concludedAt) {

        Review concluded(ReviewOutcome as, String text, Instant at) {
            return new Review(body, grounds, requestedAt, as, text, at);
        }
    }

    /** Whether the public sees the petition. */
    enum PublicationState {
        HIDDEN,
        PENDING_REDACTION,
        PUBLISHED,
        TAKEN_DOWN
    }

    /** 回访. */
    record Callback(boolean reached, Boolean solved, boolean ratingReasonable, Sealed note, Instant at) {}

    /** 回避. */
    record Recusal(String staff, String reason, Instant at) {}

    /** 说明逾期原因. */
    record Delay(String reason, Instant at) {}

    /** 终止办理. */
    record Termination(TerminationReason reasonCode, String text, Instant at) {}

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

    /**
     * The author's rating of this round's answer.
     *
     * @param challenged whether the agency's objection 评价申诉 waits for a decision
     * @param excluded   评价剔除: it stays as it was given, but does not count
     */
    record Evaluation(
            Integer solved,
            int manner,
            int speed,
            double overall,
            SatisfactionBand band,
            Sealed comment,
            boolean challenged,
            boolean excluded,
            Instant at) {

        Evaluation with(boolean isChallenged, boolean isExcluded) {
            return new Evaluation(solved, manner, speed, overall, band, comment, isChallenged, isExcluded, at);
        }
    }

    /**
     * A picture that was not removed.
     *
     * @param visibleToPublic whether its author wants it seen, and the bureau does not object
     * @param published       whether it was there when the petition was last published
     */
    record Attachment(
            AttachmentId id,
            String contentType,
            int size,
            String sha256,
            boolean visibleToPublic,
            boolean published,
            Instant addedAt) {

        Attachment with(boolean toPublic) {
            return new Attachment(id, contentType, size, sha256, toPublic, published && toPublic, addedAt);
        }

        Attachment publishedAsWished() {
            return new Attachment(id, contentType, size, sha256, visibleToPublic, visibleToPublic, addedAt);
        }
    }

    /** 转化措施. */
    record Measure(MeasureId id, String title, String agency, MeasureState state) {}

    /** What the public sees. */
    record Publication(boolean shown, String title, String body, @Nullable String reply, Instant publishedAt) {}

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
    PolicyId policy;
    SuggestionTopicId topic;
    Sealed reason;
    Sealed proposal;
    boolean selected;
    final List<Measure> measures = new ArrayList<>();
    PetitionClass petitionClass;
    LimitClass limitClass;
    Urgency urgency;
    String source;
    State state;
    String agency;
    boolean designated;
    boolean returnPending;
    PetitionId mergedInto;
    final List<CoHandler> coHandlers = new ArrayList<>();
    final List<Proposal> proposals = new ArrayList<>();
    final List<Recusal> recusals = new ArrayList<>();
    int round;
    Reply reply;
    Extension extension = Extension.NONE;
    Pause pause;
    Delay delay;
    EvaluationState evaluationState = EvaluationState.NOT_OPEN;
    Evaluation evaluation;
    Callback callback;
    ReviewState reviewState = ReviewState.NONE;
    Review reexamination;
    Review review;
    Termination termination;
    Publication publication;
    final List<Attachment> attachments = new ArrayList<>();
    Instant submittedAt;
    Instant acceptedAt;
    Instant dispatchedAt;
    Instant resolvedAt;
    Instant closedAt;
    Instant archivedAt;
    Instant correctBy;
    Instant returnBy;
    Instant evaluateBy;
    Instant callBackBy;
    final Timetable timetable = new Timetable();
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
        String about = null;
        String authorText = null;
        timetable.evolve(event);
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
                reason = e.reason() == null ? reason : e.reason();
                proposal = e.proposal() == null ? proposal : e.proposal();
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
                about = e.agency();
                text = e.note();
            }
            case AgencyDesignated e -> {
                assigned(e.agency(), true, null, e.at());
                about = e.agency();
                text = e.reason();
            }
            case AssignmentSigned e -> state = State.HANDLING;
            case ReturnRequested e -> {
                returnPending = true;
                about = e.suggestedAgency();
                text = e.reason();
            }
            case ReturnGranted e -> {
                state = State.ACCEPTED;
                agency = null;
                returnPending = false;
                returnBy = null;
                noOtherAgencies();
                text = e.reason();
            }
            case ReturnRefused e -> {
                returnPending = false;
                text = e.reason();
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
            }
            case ReplySentBack e -> {
                state = State.HANDLING;
                text = e.reason();
            }
            case ReplyApproved e -> {
                reply = reviewed(true, false);
            }
            case ReplyConfirmed e -> {
                reply = reviewed(true, true);
            }
            case PetitionResolved e -> {
                state = State.RESOLVED;
                resolvedAt = e.at();
                evaluateBy = e.evaluateBy();
                evaluationState = EvaluationState.OPEN;
                returnBy = null;
                proposals.clear();
                pause = null;
                sealed = reply.text();
            }
            case PetitionEvaluated e -> {
                evaluation = new Evaluation(
                        e.solved(), e.manner(), e.speed(), e.overall(), e.band(), e.comment(), false, false, e.at());
                evaluationState = EvaluationState.DONE;
                evaluateBy = null;
                text = e.band().chinese() + "(" + e.overall() + ")";
                sealed = e.comment();
            }
            case CallbackRequired e -> {
                callBackBy = e.callBackBy();
            }
            case EvaluationLapsed e -> {
                evaluateBy = null;
                evaluationState = EvaluationState.LAPSED;
            }
            case PetitionClosed e -> {
                state = State.CLOSED;
                closedAt = e.at();
                evaluateBy = null;
                callBackBy = null;
                text = e.reason().chinese();
            }
            case PetitionPublished e -> {
                publication = new Publication(
                        true,
                        e.title(),
                        e.body(),
                        publication == null ? null : publication.reply(),
                        publication == null ? e.at() : publication.publishedAt());
                attachments.replaceAll(Attachment::publishedAsWished);
            }
            case PublicReplyPublished e ->
                publication = new Publication(
                        publication.shown(),
                        publication.title(),
                        publication.body(),
                        e.text(),
                        publication.publishedAt());
            case CoHandlerProposed e -> {
                proposals.removeIf(proposal -> proposal.agency().equals(e.agency()));
                proposals.add(new Proposal(e.agency(), e.release(), e.reason(), e.at()));
                about = e.agency();
                text = (e.release() ? "减少协办" : "增加协办") + ":" + e.reason();
            }
            case CoHandlerAdded e -> {
                leaves(e.agency());
                coHandlers.add(new CoHandler(e.agency(), e.at(), null, null, null));
                about = e.agency();
                text = e.reason();
            }
            case CoHandlerRemoved e -> {
                leaves(e.agency());
                about = e.agency();
                text = e.reason();
            }
            case CoHandlerSigned e -> {
                coHandlers.replaceAll(co -> co.agency().equals(e.agency())
                        ? new CoHandler(co.agency(), co.addedAt(), e.at(), null, null)
                        : co);
                about = e.agency();
            }
            case CoHandlerReported e -> {
                coHandlers.replaceAll(co -> co.agency().equals(e.agency())
                        ? new CoHandler(co.agency(), co.addedAt(), co.signedAt(), e.at(), e.text())
                        : co);
                about = e.agency();
                sealed = e.text();
            }
            case LeadChanged e -> {
                leaves(e.to());
                agency = e.to();
                about = e.to();
                text = e.reason();
            }
            case RecusalDeclared e -> {
                recusals.add(new Recusal(e.staff(), e.reason(), e.at()));
                text = e.reason();
            }
            case ExtensionRequested e -> {
                extension = new Extension(
                        ExtensionState.PENDING, e.code(), e.amount(), unitOf(e.code()), e.reason(), e.at());
                text = amount(e.amount(), e.code()) + ":" + e.reason();
            }
            case ExtensionGranted e -> {
                extension = new Extension(
                        ExtensionState.GRANTED, e.code(), e.amount(), unitOf(e.code()), e.reason(), e.at());
                text = amount(e.amount(), e.code()) + ":" + e.reason();
            }
            case ExtensionRefused e -> {
                extension = new Extension(
                        ExtensionState.REFUSED, e.code(), extension.amount(), unitOf(e.code()), e.reason(), e.at());
                text = e.reason();
            }
            case ClockPaused e -> {
                pause = new Pause(e.reasonCode(), e.reason(), e.at(), e.until());
                text = e.reasonCode().chinese() + ":" + e.reason() + "(至 " + WorkCalendar.text(e.until()) + ")";
            }
            case ClockResumed e -> {
                pause = null;
                text = "自 " + WorkCalendar.text(e.pausedAt()) + " 起暂停";
            }
            case DelayExplained e -> {
                delay = new Delay(e.reason(), e.at());
                text = e.reason();
            }
            case HandlingTerminated e -> {
                state = State.TERMINATED;
                termination = new Termination(e.reasonCode(), e.text(), e.at());
                returnPending = false;
                returnBy = null;
                pause = null;
                proposals.clear();
                text = e.reasonCode().chinese() + ":" + e.text();
            }
            case CallbackRecorded e -> {
                callback = new Callback(e.reached(), e.solved(), e.ratingReasonable(), e.note(), e.at());
                callBackBy = e.reached() ? null : callBackBy;
                text = e.reached() ? (Boolean.TRUE.equals(e.solved()) ? "已解决" : "未解决") : "未联系上";
                sealed = e.note();
            }
            case EvaluationChallenged e -> {
                evaluation = evaluation == null ? null : evaluation.with(true, evaluation.excluded());
                text = e.reason();
            }
            case EvaluationUpheld e -> {
                evaluation = evaluation == null ? null : evaluation.with(false, false);
                text = e.reason();
            }
            // The author may know that the rating does not count, and why.
            case EvaluationExcluded e -> {
                evaluation = evaluation == null ? null : evaluation.with(false, true);
                text = e.reason();
            }
            case PetitionReopened e -> {
                reopened(e);
                text = e.reason();
            }
            case ReexaminationRequested e -> {
                reviewState = ReviewState.REEXAMINATION;
                reexamination = new Review(e.superior(), e.grounds(), e.at(), null, null, null);
                about = e.superior();
                sealed = e.grounds();
            }
            case ReexaminationConcluded e -> {
                reexamination = reexamination.concluded(e.outcome(), e.text(), e.at());
                text = e.outcome().chinese() + ":" + e.text();
            }
            case ReviewRequested e -> {
                reviewState = ReviewState.REVIEW;
                review = new Review(e.superior(), e.grounds(), e.at(), null, null, null);
                about = e.superior();
                sealed = e.grounds();
            }
            case ReviewConcluded e -> {
                reviewState = ReviewState.EXHAUSTED;
                review = review.concluded(e.outcome(), e.text(), e.at());
                text = e.outcome().chinese() + ":" + e.text();
            }
            case PetitionArchived e -> {
                state = State.ARCHIVED;
                archivedAt = e.at();
            }
            case PetitionResectioned e -> {
                section = e.section();
                text = e.section().chinese() + ":" + e.reason();
            }
            case DeadlineEvent e -> {
                text = DeadlineEntries.text(e, code -> true);
                authorText = DeadlineEntries.text(e, code -> !Timetable.internal(code));
            }
            case AttachmentAdded e ->
                attachments.add(new Attachment(
                        e.attachmentId(), e.contentType(), e.size(), e.sha256(), e.visibleToPublic(), false, e.at()));
            case AttachmentRemoved e ->
                attachments.removeIf(attachment -> attachment.id().equals(e.attachmentId()));
            case PetitionPutUnderSupervision e -> text = e.order();
            case PetitionReleasedFromSupervision e -> text = e.order();
            case PetitionReportedByMedia e -> {}
            case SuggestionStudied e -> {
                text = e.form().chinese() + (e.withProposer() ? "(建议人参加)" : "");
                sealed = e.conclusion();
            }
            case SuggestionSelected e -> {
                selected = true;
                text = e.reason();
            }
            case SuggestionRewarded e -> text = e.kind().chinese() + ":" + e.text();
            case ConversionNoted e -> {
                measures.removeIf(measure -> measure.id().equals(e.measure()));
                measures.add(new Measure(e.measure(), e.title(), e.agency(), e.state()));
                about = e.agency();
                text = e.state().chinese() + ":" + e.title();
            }
            case AttachmentHidden e -> {
                attachments.replaceAll(
                        attachment -> attachment.id().equals(e.attachmentId()) ? attachment.with(false) : attachment);
                text = e.reason();
            }
            case PetitionTakenDown e -> {
                publication = hidden();
                text = e.reason();
            }
        }
        history.add(new Entry(
                event.at(),
                event.getClass().getSimpleName(),
                EventNames.chinese(event.getClass()),
                role,
                actors,
                about,
                text,
                authorText == null ? text : authorText,
                sealed,
                InternalEvents.contains(event)));
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
        policy = e.policy();
        topic = e.topic();
        reason = e.reason();
        proposal = e.proposal();
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
        noOtherAgencies();
    }

    /** 重办: reply and rating are given anew; the earlier ones stay in the history. */
    private void reopened(PetitionReopened e) {
        state = State.HANDLING;
        round = e.round();
        reply = null;
        evaluation = null;
        evaluationState = EvaluationState.NOT_OPEN;
        evaluateBy = null;
        callback = null;
        callBackBy = null;
        extension = Extension.NONE;
        pause = null;
        delay = null;
        resolvedAt = null;
        closedAt = null;
        coHandlers.replaceAll(co -> new CoHandler(co.agency(), co.addedAt(), co.signedAt(), null, null));
    }

    /** Whether an agency leads or takes part. */
    boolean isInHandOf(String code) {
        return code != null
                && (code.equals(agency)
                        || coHandlers.stream().anyMatch(co -> co.agency().equals(code)));
    }

    Optional<Attachment> attachment(String attachmentId) {
        return attachments.stream()
                .filter(attachment -> attachment.id().value().equals(attachmentId))
                .findFirst();
    }

    /** What the public is shown was looked at by whoever published it: a later picture waits for the next time. */
    boolean isShownToPublic(Attachment attachment) {
        return publication != null && publication.shown() && attachment.published();
    }

    PublicationState publicationState() {
        if (publication != null) {
            return publication.shown() ? PublicationState.PUBLISHED : PublicationState.TAKEN_DOWN;
        }
        boolean toBePublished = acceptedAt != null
                && visibilityWish != VisibilityWish.PRIVATE
                && state.counting() != State.Counting.EXCLUDED;
        return toBePublished ? PublicationState.PENDING_REDACTION : PublicationState.HIDDEN;
    }

    /** An agency takes part no more, or leads now; what was proposed of it is decided. */
    private void leaves(String code) {
        coHandlers.removeIf(co -> co.agency().equals(code));
        proposals.removeIf(proposal -> proposal.agency().equals(code));
    }

    private void noOtherAgencies() {
        coHandlers.clear();
        proposals.clear();
        extension = Extension.NONE;
        pause = null;
    }

    private Unit unitOf(String code) {
        return timetable.last(code).map(line -> line.deadline.unit()).orElse(null);
    }

    private String amount(int amount, String code) {
        Unit unit = unitOf(code);
        return unit == null ? "" + amount : unit.chinese(amount);
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
        noOtherAgencies();
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
