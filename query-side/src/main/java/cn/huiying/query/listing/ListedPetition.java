package cn.huiying.query.listing;

import cn.huiying.query.common.Recorded;
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
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
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
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.suggestion.SuggestionStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A petition as the lists and the public know it. Texts in the clear are the redacted ones; before publication there are none.
 *
 * @param order       the log position of its first event: a unique tie-break for every order
 * @param title       redacted; null while it is not published
 * @param sealedTitle for the author's own list
 * @param agency      code of the lead agency; null while there is none
 * @param published   whether the public may see it now
 * @param resolvedAt  null while it is in hand, also when it is handled again
 * @param publicReply the last one, redacted; null where none was published
 * @param rating      of the last evaluation; null where there is none, or where it does not count
 * @param pictures    those that their author lets the public see
 * @param reportedByMedia whether the media reported on it
 * @param policy      inquiries: the policy asked about; null otherwise
 * @param suggestion  what is known of it as a suggestion
 * @param version     sequence number of the last event that was folded in
 */
public record ListedPetition(
        PetitionId id,
        long order,
        String number,
        AccountId author,
        String nickname,
        Section section,
        Board board,
        PetitionType type,
        String domain,
        String district,
        Sealed sealedTitle,
        String title,
        String body,
        String agency,
        State state,
        Instant submittedAt,
        Instant publishedAt,
        Instant resolvedAt,
        boolean published,
        String publicReply,
        Instant publicReplyAt,
        SatisfactionBand rating,
        List<Milestone> milestones,
        List<Picture> pictures,
        Boolean reportedByMedia,
        PolicyId policy,
        Suggestion suggestion,
        long version) {

    /** Without pictures, reports and measures where it was kept before there were any. */
    public ListedPetition {
        pictures = pictures == null ? List.of() : pictures;
        reportedByMedia = reportedByMedia != null && reportedByMedia;
        suggestion = suggestion == null ? Suggestion.NONE : suggestion;
    }

    /**
     * What stays with a suggestion.
     *
     * @param topic      that it answers; may be null
     * @param outcome    of the answer that stands; null while there is none
     * @param accusation 检举控告, which is in no list of suggestions whatever its section
     * @param selected   优秀建议
     * @param measures   that it was converted into
     */
    public record Suggestion(
            SuggestionTopicId topic,
            ReplyOutcome outcome,
            boolean accusation,
            boolean selected,
            List<Measure> measures) {

        static final Suggestion NONE = new Suggestion(null, null, false, false, List.of());

        Suggestion answered(ReplyOutcome answer) {
            return new Suggestion(topic, answer, accusation, selected, measures);
        }

        Suggestion accepted(boolean accuses) {
            return new Suggestion(topic, outcome, accuses, selected, measures);
        }

        Suggestion outstanding() {
            return new Suggestion(topic, outcome, accusation, true, measures);
        }

        Suggestion converted(Measure measure) {
            List<Measure> all = new ArrayList<>(measures);
            all.removeIf(other -> other.id().equals(measure.id()));
            all.add(measure);
            return new Suggestion(topic, outcome, accusation, selected, List.copyOf(all));
        }
    }

    /** A measure that a suggestion became. @param agency code of its owner */
    public record Measure(MeasureId id, String title, String agency, MeasureState state) {}

    /** The policy that the petition asks about; null where it was moved to another section. */
    PolicyId inquiredPolicy() {
        return section == Section.POLICY_INQUIRY ? policy : null;
    }

    /** How it stands as a suggestion; null where it is none that is counted. */
    public SuggestionStanding standing() {
        return section != Section.SUGGESTION || suggestion.accusation()
                ? null
                : SuggestionStanding.of(state, suggestion.outcome()).orElse(null);
    }

    /** How far its best measure is; null where it was not converted. */
    public MeasureState conversion() {
        List<MeasureState> states =
                suggestion.measures().stream().map(Measure::state).toList();
        return states.contains(MeasureState.COMPLETED)
                ? MeasureState.COMPLETED
                : states.contains(MeasureState.UNDER_WAY)
                        ? MeasureState.UNDER_WAY
                        : states.isEmpty() ? null : MeasureState.ABANDONED;
    }

    /** @param published whether it was there when the petition was last published; a later one waits for the next time */
    public record Picture(AttachmentId id, String contentType, int size, boolean published) {}

    /** What the public is shown of them now. */
    List<Picture> publicPictures() {
        return published ? pictures.stream().filter(Picture::published).toList() : List.of();
    }

    /** A step that the public may know of. */
    public record Milestone(Instant at, Step step, String agency) {}

    /** The steps the public may know of. */
    public enum Step {
        SUBMITTED("留言提交"),
        ACCEPTED("受理"),
        DISPATCHED("交办"),
        SIGNED("签收"),
        CONTACTED("联系群众"),
        SITE_VISITED("现场核查"),
        PROGRESS("阶段性答复"),
        EXTENDED("延期办理"),
        RESOLVED("办结"),
        EVALUATED("群众评价"),
        CLOSED("结案"),
        REOPENED("重办"),
        TERMINATED("终止办理"),
        STUDIED("研究论证"),
        SELECTED("评为优秀建议"),
        CONVERTED("转化为政策措施"),
        MEASURE_COMPLETED("转化完成");

        private final String chinese;

        Step(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * Folds one event in; an event folded in already changes nothing.
     *
     * @param petition null before its first event
     */
    public static ListedPetition evolve(ListedPetition petition, Recorded<PetitionEvent> recorded) {
        if (recorded.event() instanceof PetitionSubmitted e) {
            return petition != null ? petition : born(e, recorded);
        }
        if (petition == null || recorded.version() <= petition.version()) {
            return petition;
        }
        Draft draft = new Draft(petition);
        draft.version = recorded.version();
        switch (recorded.event()) {
            case PetitionSubmitted e -> throw new IllegalStateException("folded above");
            case CorrectionRequested e -> draft.state = State.AWAITING_CORRECTION;
            case PetitionCorrected e -> {
                draft.state = State.PENDING_REVIEW;
                draft.sealedTitle = e.title() == null ? draft.sealedTitle : e.title();
            }
            case CorrectionLapsed e -> draft.state = State.WITHDRAWN;
            case PetitionNotAccepted e -> draft.state = State.NOT_ACCEPTED;
            case PetitionRedirected e -> draft.ended(State.REDIRECTED);
            case PetitionMerged e -> draft.ended(State.MERGED);
            case PetitionWithdrawn e -> draft.ended(State.WITHDRAWN);
            case PetitionAccepted e -> {
                draft.state = State.ACCEPTED;
                draft.type = e.type();
                draft.domain = e.domain();
                draft.suggestion = draft.suggestion.accepted(e.petitionClass() == PetitionClass.ACCUSATION);
                draft.passed(e.at(), Step.ACCEPTED);
            }
            case PetitionDispatched e -> draft.assigned(e.agency(), e.at());
            case AgencyDesignated e -> draft.assigned(e.agency(), e.at());
            case AssignmentSigned e -> {
                draft.state = State.HANDLING;
                draft.passed(e.at(), Step.SIGNED);
            }
            case ReturnGranted e -> {
                draft.state = State.ACCEPTED;
                draft.agency = null;
            }
            case CitizenContacted e -> draft.passed(e.at(), Step.CONTACTED);
            case SiteVisitRecorded e -> draft.passed(e.at(), Step.SITE_VISITED);
            case ProgressPosted e -> draft.passed(e.at(), Step.PROGRESS);
            case ReplySubmitted e -> draft.state = State.REPLY_IN_REVIEW;
            case ReplySentBack e -> draft.state = State.HANDLING;
            case PetitionResolved e -> {
                draft.state = State.RESOLVED;
                draft.resolvedAt = e.at();
                draft.suggestion = draft.suggestion.answered(e.outcome());
                draft.passed(e.at(), Step.RESOLVED);
            }
            case PetitionEvaluated e -> {
                draft.rating = e.band();
                draft.passed(e.at(), Step.EVALUATED);
            }
            case PetitionClosed e -> {
                draft.state = State.CLOSED;
                draft.passed(e.at(), Step.CLOSED);
            }
            case PetitionPublished e -> {
                draft.title = e.title();
                draft.body = e.body();
                draft.published = true;
                draft.publishedAt = draft.publishedAt == null ? e.at() : draft.publishedAt;
                draft.pictures = draft.pictures.stream()
                        .map(picture -> new Picture(picture.id(), picture.contentType(), picture.size(), true))
                        .toList();
            }
            case PublicReplyPublished e -> {
                draft.publicReply = e.text();
                draft.publicReplyAt = e.at();
            }
            case PetitionTakenDown e -> draft.published = false;
            case ReturnRequested e -> {}
            case ReturnRefused e -> {}
            case ReplyApproved e -> {}
            case ReplyConfirmed e -> {}
            case CallbackRequired e -> {}
            case EvaluationLapsed e -> {}
            case CoHandlerProposed e -> {}
            case CoHandlerAdded e -> {}
            case CoHandlerRemoved e -> {}
            case CoHandlerSigned e -> {}
            case CoHandlerReported e -> {}
            case LeadChanged e -> draft.agency = e.to();
            case RecusalDeclared e -> {}
            case ExtensionRequested e -> {}
            case ExtensionGranted e -> draft.passed(e.at(), Step.EXTENDED);
            case ExtensionRefused e -> {}
            case ClockPaused e -> {}
            case ClockResumed e -> {}
            case DelayExplained e -> {}
            case HandlingTerminated e -> {
                draft.state = State.TERMINATED;
                draft.passed(e.at(), Step.TERMINATED);
            }
            case CallbackRecorded e -> {}
            case EvaluationChallenged e -> {}
            case EvaluationUpheld e -> {}
            case EvaluationExcluded e -> draft.rating = null;
            case PetitionReopened e -> {
                draft.state = State.HANDLING;
                draft.resolvedAt = null;
                draft.suggestion = draft.suggestion.answered(null);
                draft.passed(e.at(), Step.REOPENED);
            }
            case ReexaminationRequested e -> {}
            case ReexaminationConcluded e -> {}
            case ReviewRequested e -> {}
            case ReviewConcluded e -> {}
            case PetitionArchived e -> draft.state = State.ARCHIVED;
            case PetitionResectioned e -> draft.section = e.section();
            case AttachmentAdded e -> {
                if (e.visibleToPublic()) {
                    draft.pictures = new ArrayList<>(draft.pictures);
                    draft.pictures.add(new Picture(e.attachmentId(), e.contentType(), e.size(), false));
                }
            }
            case AttachmentRemoved e -> draft.hide(e.attachmentId());
            case AttachmentHidden e -> draft.hide(e.attachmentId());
            case PetitionPutUnderSupervision e -> {}
            case PetitionReleasedFromSupervision e -> {}
            case PetitionReportedByMedia e -> draft.reportedByMedia = true;
            case SuggestionStudied e -> draft.passed(e.at(), Step.STUDIED);
            case SuggestionSelected e -> {
                draft.suggestion = draft.suggestion.outstanding();
                draft.passed(e.at(), Step.SELECTED);
            }
            case SuggestionRewarded e -> {}
            case ConversionNoted e -> {
                draft.suggestion =
                        draft.suggestion.converted(new Measure(e.measure(), e.title(), e.agency(), e.state()));
                switch (e.state()) {
                    case UNDER_WAY -> draft.passed(e.at(), Step.CONVERTED);
                    case COMPLETED -> draft.passed(e.at(), Step.MEASURE_COMPLETED);
                    case ABANDONED -> {}
                }
            }
            case DeadlineEvent e -> {}
        }
        return draft.done();
    }

    private static ListedPetition born(PetitionSubmitted e, Recorded<PetitionEvent> recorded) {
        return new ListedPetition(
                e.petitionId(),
                recorded.position(),
                e.number(),
                e.author(),
                e.nickname(),
                e.section(),
                e.board(),
                e.type(),
                e.domain(),
                e.district(),
                e.title(),
                null,
                null,
                null,
                State.PENDING_REVIEW,
                e.at(),
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(new Milestone(e.at(), Step.SUBMITTED, null)),
                List.of(),
                false,
                e.policy(),
                new Suggestion(e.topic(), null, false, false, List.of()),
                recorded.version());
    }

    /** One step of the fold in the making. */
    private static final class Draft {

        private final ListedPetition before;
        private Section section;
        private PetitionType type;
        private String domain;
        private Sealed sealedTitle;
        private String title;
        private String body;
        private String agency;
        private State state;
        private Instant publishedAt;
        private Instant resolvedAt;
        private boolean published;
        private String publicReply;
        private Instant publicReplyAt;
        private SatisfactionBand rating;
        private List<Milestone> milestones;
        private List<Picture> pictures;
        private boolean reportedByMedia;
        private Suggestion suggestion;
        private long version;

        Draft(ListedPetition before) {
            this.before = before;
            section = before.section;
            type = before.type;
            domain = before.domain;
            sealedTitle = before.sealedTitle;
            title = before.title;
            body = before.body;
            agency = before.agency;
            state = before.state;
            publishedAt = before.publishedAt;
            resolvedAt = before.resolvedAt;
            published = before.published;
            publicReply = before.publicReply;
            publicReplyAt = before.publicReplyAt;
            rating = before.rating;
            milestones = before.milestones;
            pictures = before.pictures;
            reportedByMedia = before.reportedByMedia;
            suggestion = before.suggestion;
        }

        /** What ended before it was answered is not shown any more. */
        void ended(State as) {
            state = as;
            published = false;
        }

        void assigned(String lead, Instant at) {
            state = State.DISPATCHED;
            agency = lead;
            passed(at, Step.DISPATCHED);
        }

        void hide(AttachmentId picture) {
            pictures = pictures.stream()
                    .filter(other -> !other.id().equals(picture))
                    .toList();
        }

        void passed(Instant at, Step step) {
            milestones = new ArrayList<>(milestones);
            milestones.add(new Milestone(at, step, step == Step.DISPATCHED ? agency : null));
        }

        ListedPetition done() {
            return new ListedPetition(
                    before.id,
                    before.order,
                    before.number,
                    before.author,
                    before.nickname,
                    section,
                    before.board,
                    type,
                    domain,
                    before.district,
                    sealedTitle,
                    title,
                    body,
                    agency,
                    state,
                    before.submittedAt,
                    publishedAt,
                    resolvedAt,
                    published,
                    publicReply,
                    publicReplyAt,
                    rating,
                    milestones,
                    pictures,
                    reportedByMedia,
                    before.policy,
                    suggestion,
                    version);
        }
    }
}
