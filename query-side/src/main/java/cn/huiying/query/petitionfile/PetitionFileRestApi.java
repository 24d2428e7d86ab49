package cn.huiying.query.petitionfile;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.listing.PetitionHistory;
import cn.huiying.query.petitionfile.PetitionFile.EvaluationState;
import cn.huiying.query.petitionfile.PetitionFile.ExtensionState;
import cn.huiying.query.petitionfile.PetitionFile.PublicationState;
import cn.huiying.query.petitionfile.PetitionFile.ReviewState;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Unit;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door to a petition's file: for its author, its agency, and the bureau. */
@RestController
class PetitionFileRestApi {

    record Limits(
            @Nullable Instant correctBy,
            @Nullable Instant returnBy,
            @Nullable Instant evaluateBy,
            @Nullable Instant callBackBy) {}

    record Reply(
            int round,
            ReplyOutcome outcome,
            String outcomeText,
            String text,
            @Nullable String legalBasis,
            @Nullable String evidence,
            boolean approved,
            boolean confirmed,
            Instant submittedAt) {}

    record Evaluation(
            @Nullable Integer solved,
            int manner,
            int speed,
            double overall,
            SatisfactionBand band,
            String bandText,
            @Nullable String comment,
            boolean challenged,
            boolean excluded,
            Instant at) {}

    /** @param about the agency a step is about, such as the one it was dispatched to */
    record Entry(
            Instant at,
            String event,
            String eventText,
            @Nullable String role,
            @Nullable AgencyName agency,
            @Nullable AgencyName about,
            @Nullable String text) {}

    /** @param report what it told the lead agency; not shown to the author */
    record CoHandler(
            AgencyName agency,
            Instant addedAt,
            @Nullable Instant signedAt,
            @Nullable Instant reportedAt,
            @Nullable String report) {}

    record Proposal(AgencyName agency, boolean release, String reason, Instant at) {}

    /** @param amountText such as 3个工作日 */
    record Extension(
            ExtensionState state,
            @Nullable String code,
            @Nullable Integer amount,
            @Nullable Unit unit,
            @Nullable String amountText,
            @Nullable String reason,
            @Nullable Instant at) {}

    enum ClockState {
        RUNNING,
        PAUSED
    }

    record Clock(
            ClockState state,
            @Nullable PauseReason reasonCode,
            @Nullable String reasonText,
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable Instant until) {}

    record Opinion(
            @Nullable AgencyName body,
            @Nullable String grounds,
            Instant requestedAt,
            @Nullable ReviewOutcome outcome,
            @Nullable String outcomeText,
            @Nullable String opinion,
            @Nullable Instant concludedAt) {}

    record Review(ReviewState state, @Nullable Opinion reexamination, @Nullable Opinion review) {}

    record Callback(
            boolean reached, @Nullable Boolean solved, boolean ratingReasonable, @Nullable String note, Instant at) {}

    /**
     * A picture; its content is at {@code url}.
     *
     * @param visibleToPublic whether the public is shown it with the petition, or will be
     * @param shown           whether it is now
     */
    record Attachment(
            AttachmentId id,
            String contentType,
            int size,
            String sha256,
            boolean visibleToPublic,
            boolean shown,
            Instant addedAt,
            String url) {}

    record Termination(TerminationReason reasonCode, String reasonText, @Nullable String text, Instant at) {}

    /** 转化措施: what the suggestion became; all of it is at {@code url}. */
    record Measure(MeasureId id, String title, AgencyName agency, MeasureState state, String stateText, String url) {}

    /**
     * Texts that were sealed are opened for this reader; one is null where the author's key was destroyed. What is the offices'
     * own is null or empty for the author.
     *
     * @param coHandlers      协办 agencies; the author does not see their reports
     * @param selected        优秀建议
     * @param round           how often it was reopened; reply, evaluation, call-back, extension and delay are this round's
     * @param light           the worst of the running deadlines, as the log tells
     * @param evaluationState whether the author's evaluation window is open
     */
    record File(
            PetitionId id,
            String number,
            long version,
            State state,
            String stateText,
            Section section,
            Board board,
            PetitionType type,
            String domain,
            String district,
            VisibilityWish visibilityWish,
            String nickname,
            @Nullable String title,
            @Nullable String body,
            @Nullable String claim,
            @Nullable String supplement,
            @Nullable PolicyId policy,
            @Nullable SuggestionTopicId topic,
            @Nullable String reason,
            @Nullable String proposal,
            @Nullable PetitionClass petitionClass,
            @Nullable LimitClass limitClass,
            @Nullable Urgency urgency,
            @Nullable AgencyName agency,
            boolean designated,
            boolean returnPending,
            @Nullable PetitionId mergedInto,
            List<CoHandler> coHandlers,
            List<Proposal> proposals,
            int round,
            Extension extension,
            Clock clock,
            @Nullable Light light,
            @Nullable PetitionFile.Delay delay,
            @Nullable Reply reply,
            EvaluationState evaluationState,
            @Nullable Evaluation evaluation,
            @Nullable Callback callback,
            Review review,
            @Nullable Termination termination,
            List<PetitionFile.Recusal> recusals,
            PublicationState publicationState,
            @Nullable PetitionFile.Publication publication,
            List<Attachment> attachments,
            boolean selected,
            List<Measure> measures,
            @Nullable String source,
            Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Instant archivedAt,
            Limits limits,
            List<Entry> history) {}

    private final VisibleFiles files;
    private final AgencyDirectory directory;
    private final Vault vault;

    PetitionFileRestApi(VisibleFiles files, AgencyDirectory directory, Vault vault) {
        this.files = files;
        this.directory = directory;
        this.vault = vault;
    }

    @GetMapping("/api/petitions/{id}")
    @ReadsFrom(value = ReadsFrom.LOG, past = PetitionHistory.NAME)
    ResponseEntity<File> file(Actor actor, AsOf asOf, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request, AsOf.PARAMETER);
        PetitionFile file = files.read(actor, id, asOf);
        AgencyNames names = asOf == null ? directory : directory.asOf(asOf.position());
        return ResponseEntity.ok()
                .eTag("\"" + file.version + "\"")
                .body(new Reading(names, vault).show(file, VisibleFiles.isAuthor(actor, file)));
    }

    /** One reader's look into a file. @param names as they were then */
    private record Reading(AgencyNames names, Vault vault) {

        File show(PetitionFile file, boolean toAuthor) {
            return new File(
                    file.id,
                    file.number,
                    file.version,
                    file.state,
                    file.state.chinese(),
                    file.section,
                    file.board,
                    file.type,
                    file.domain,
                    file.district,
                    file.visibilityWish,
                    file.nickname,
                    open(file.title),
                    open(file.body),
                    open(file.claim),
                    open(file.supplement),
                    file.policy,
                    file.topic,
                    open(file.reason),
                    open(file.proposal),
                    file.petitionClass,
                    file.limitClass,
                    file.urgency,
                    agency(file.agency),
                    file.designated,
                    !toAuthor && file.returnPending,
                    file.mergedInto,
                    file.coHandlers.stream().map(co -> coHandler(co, toAuthor)).toList(),
                    toAuthor
                            ? List.of()
                            : file.proposals.stream().map(this::proposal).toList(),
                    file.round,
                    extension(file.extension, toAuthor),
                    clock(file.pause),
                    file.timetable.light(line -> !(toAuthor && line.internal())),
                    toAuthor ? null : file.delay,
                    // The author reads it once the petition is resolved.
                    file.reply == null || (toAuthor && file.resolvedAt == null) ? null : reply(file.reply),
                    file.evaluationState,
                    file.evaluation == null ? null : evaluation(file.evaluation, toAuthor),
                    file.callback == null || toAuthor ? null : callback(file.callback),
                    new Review(file.reviewState, opinion(file.reexamination), opinion(file.review)),
                    file.termination == null ? null : termination(file.termination),
                    toAuthor ? List.of() : file.recusals,
                    file.publicationState(),
                    file.publication,
                    file.attachments.stream()
                            .map(attachment -> attachment(file, attachment))
                            .toList(),
                    file.selected,
                    file.measures.stream().map(this::measure).toList(),
                    file.source,
                    file.submittedAt,
                    file.acceptedAt,
                    file.dispatchedAt,
                    file.resolvedAt,
                    file.closedAt,
                    file.archivedAt,
                    new Limits(
                            file.correctBy,
                            toAuthor ? null : file.returnBy,
                            file.evaluateBy,
                            toAuthor ? null : file.callBackBy),
                    file.history.stream()
                            .filter(entry -> !(toAuthor && entry.internal()))
                            .map(entry -> entry(entry, toAuthor))
                            .toList());
        }

        private Measure measure(PetitionFile.Measure measure) {
            return new Measure(
                    measure.id(),
                    measure.title(),
                    agency(measure.agency()),
                    measure.state(),
                    measure.state().chinese(),
                    "/api/public/measures/" + measure.id());
        }

        private CoHandler coHandler(PetitionFile.CoHandler co, boolean toAuthor) {
            return new CoHandler(
                    agency(co.agency()),
                    co.addedAt(),
                    co.signedAt(),
                    co.reportedAt(),
                    toAuthor ? null : open(co.report()));
        }

        private static Attachment attachment(PetitionFile file, PetitionFile.Attachment attachment) {
            return new Attachment(
                    attachment.id(),
                    attachment.contentType(),
                    attachment.size(),
                    attachment.sha256(),
                    attachment.visibleToPublic(),
                    file.isShownToPublic(attachment),
                    attachment.addedAt(),
                    "/api/petitions/" + file.id + "/attachments/" + attachment.id());
        }

        private Proposal proposal(PetitionFile.Proposal proposal) {
            return new Proposal(agency(proposal.agency()), proposal.release(), proposal.reason(), proposal.at());
        }

        /** Authors are told what was granted, and why (Art. 34). */
        private static Extension extension(PetitionFile.Extension extension, boolean toAuthor) {
            if (extension.state() == ExtensionState.NONE || (toAuthor && extension.state() != ExtensionState.GRANTED)) {
                return new Extension(ExtensionState.NONE, null, null, null, null, null, null);
            }
            Unit unit = extension.unit();
            return new Extension(
                    extension.state(),
                    extension.code(),
                    extension.amount(),
                    unit,
                    unit == null ? null : unit.chinese(extension.amount()),
                    extension.reason(),
                    extension.at());
        }

        private static Clock clock(PetitionFile.Pause pause) {
            return pause == null
                    ? new Clock(ClockState.RUNNING, null, null, null, null, null)
                    : new Clock(
                            ClockState.PAUSED,
                            pause.reasonCode(),
                            pause.reasonCode().chinese(),
                            pause.reason(),
                            pause.since(),
                            pause.until());
        }

        private Opinion opinion(PetitionFile.Review review) {
            return review == null
                    ? null
                    : new Opinion(
                            agency(review.body()),
                            open(review.grounds()),
                            review.requestedAt(),
                            review.outcome(),
                            review.outcome() == null ? null : review.outcome().chinese(),
                            review.opinion(),
                            review.concludedAt());
        }

        private Callback callback(PetitionFile.Callback callback) {
            return new Callback(
                    callback.reached(),
                    callback.solved(),
                    callback.ratingReasonable(),
                    open(callback.note()),
                    callback.at());
        }

        private static Termination termination(PetitionFile.Termination termination) {
            return new Termination(
                    termination.reasonCode(), termination.reasonCode().chinese(), termination.text(), termination.at());
        }

        private Reply reply(PetitionFile.Reply reply) {
            return new Reply(
                    reply.round(),
                    reply.outcome(),
                    reply.outcome().chinese(),
                    open(reply.text()),
                    reply.legalBasis(),
                    reply.evidence(),
                    reply.approved(),
                    reply.confirmed(),
                    reply.submittedAt());
        }

        private Evaluation evaluation(PetitionFile.Evaluation evaluation, boolean toAuthor) {
            return new Evaluation(
                    evaluation.solved(),
                    evaluation.manner(),
                    evaluation.speed(),
                    evaluation.overall(),
                    evaluation.band(),
                    evaluation.band().chinese(),
                    open(evaluation.comment()),
                    evaluation.challenged() && !toAuthor,
                    evaluation.excluded(),
                    evaluation.at());
        }

        private Entry entry(PetitionFile.Entry entry, boolean toAuthor) {
            String opened = open(entry.sealed());
            String told = toAuthor ? entry.authorText() : entry.text();
            String text = told == null ? opened : opened == null ? told : told + ":" + opened;
            return new Entry(
                    entry.at(),
                    entry.event(),
                    entry.chinese(),
                    entry.role(),
                    agency(entry.agency()),
                    agency(entry.about()),
                    text);
        }

        private String open(Sealed sealed) {
            return sealed == null ? null : vault.open(sealed).orElse(null);
        }

        private AgencyName agency(String code) {
            return AgencyName.of(code, names);
        }
    }
}
