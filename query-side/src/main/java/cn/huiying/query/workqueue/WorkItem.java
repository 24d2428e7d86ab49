package cn.huiying.query.workqueue;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.deadline.PetitionClock;
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
import cn.huiying.shared.petition.DeadlineEvent;
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
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.SuggestionStudied;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A petition that somebody has to do something about.
 *
 * @param agency     code of the lead agency; null while the bureau has it
 * @param coHandlers the agencies that take part
 * @param proposals  codes of the agencies that the lead agency proposed to add or to release
 * @param desks      what the bureau has to do, each since when; empty where it has nothing to do
 * @param bucket     what the lead agency has to do; null where it has nothing to do
 * @param since      when it came to where it is now among the agencies
 * @param deadlines  the running ones that have lights
 * @param held       codes of those that stand still
 * @param version    sequence number of the last event that was folded in
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
        List<CoHandler> coHandlers,
        List<String> proposals,
        State state,
        Map<Desk, Instant> desks,
        Bucket bucket,
        Instant submittedAt,
        Instant since,
        List<Running> deadlines,
        List<String> held,
        long version) {

    /** What the bureau has to do. */
    enum Desk implements Tray {
        /** 待审核. */
        TO_REVIEW("toReview"),
        /** 待补正: the author has to act first. */
        AWAITING_CORRECTION("awaitingCorrection"),
        /** 待交办. */
        TO_DISPATCH("toDispatch"),
        /** 退单待审核. */
        RETURN_REQUESTED("returnRequested"),
        /** 延期待审核. */
        EXTENSION_REQUESTED("extensionRequested"),
        /** 协办待审核. */
        CO_HANDLER_PROPOSED("coHandlerProposed"),
        /** 答复待复核. */
        TO_CONFIRM("toConfirm"),
        /** 待回访. */
        TO_CALL_BACK("toCallBack"),
        /** 评价申诉待审核. */
        RATING_CHALLENGED("ratingChallenged"),
        /** 待出具复查意见. */
        REEXAMINATION("reexamination"),
        /** 待出具复核意见. */
        REVIEW("review");

        private final String slug;

        Desk(String slug) {
            this.slug = slug;
        }

        @Override
        public String slug() {
            return slug;
        }
    }

    /** What the agency has to do. */
    enum Bucket implements Tray {
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

        @Override
        public String slug() {
            return slug;
        }
    }

    /** How pressing it is; nothing is in both. */
    enum Lateness implements Tray {
        /** 临期: a deadline is yellow and none is over. */
        DUE_SOON("dueSoon"),
        /** 超期: a deadline is over. */
        OVERDUE("overdue");

        private final String slug;

        Lateness(String slug) {
            this.slug = slug;
        }

        static Optional<Lateness> of(Light light) {
            return switch (light) {
                case GREEN -> Optional.empty();
                case YELLOW -> Optional.of(DUE_SOON);
                case RED -> Optional.of(OVERDUE);
            };
        }

        @Override
        public String slug() {
            return slug;
        }
    }

    /** Whose deadlines. */
    enum Side {
        BUREAU,
        AGENCY
    }

    /** 协办单位: it signs, then reports to the lead agency, then has nothing more to do. */
    record CoHandler(String agency, boolean signed, boolean reported) {

        /** Null where it has nothing to do. */
        Bucket bucket() {
            return !signed ? Bucket.TO_SIGN : !reported ? Bucket.HANDLING : null;
        }
    }

    /** What is needed of a running deadline with lights. */
    record Running(String code, Start start, Instant yellowFrom, Instant dueAt, boolean provisional) {

        static Running of(Start start, Deadline deadline) {
            return new Running(
                    deadline.code(), start, deadline.alerts().yellowFrom(), deadline.dueAt(), deadline.provisional());
        }

        private Side side() {
            return Duty.of(code).isTheBureaus() ? Side.BUREAU : Side.AGENCY;
        }
    }

    /**
     * What presses one side.
     *
     * @param yellowFrom  when the first of its deadlines turns yellow
     * @param dueAt       when the first of its deadlines is over
     * @param provisional whether that one may move
     */
    record Due(Instant yellowFrom, Instant dueAt, boolean provisional) {

        Light light(Instant now) {
            if (!now.isBefore(dueAt)) {
                return Light.RED;
            }
            return now.isBefore(yellowFrom) ? Light.GREEN : Light.YELLOW;
        }
    }

    /** Whether anybody still has to do something; if not, the item leaves the queues. */
    boolean open() {
        return !desks.isEmpty() || bucket != null;
    }

    /** Since when the bureau has something to do; null where it has not. */
    Instant deskSince() {
        return desks.values().stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /** 暂停计时. */
    boolean paused() {
        return !held.isEmpty();
    }

    /** What presses a side, of what does not stand still; null where nothing does. */
    Due due(Side side) {
        List<Running> pressing = deadlines.stream()
                .filter(running -> running.side() == side && !held.contains(running.code()))
                .sorted(Comparator.comparing(Running::dueAt))
                .toList();
        return pressing.isEmpty()
                ? null
                : new Due(
                        pressing.stream()
                                .map(Running::yellowFrom)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        pressing.getFirst().dueAt(),
                        pressing.getFirst().provisional());
    }

    /** Whether an agency only takes part. */
    boolean isCoHandler(String code) {
        return coHandlers.stream().anyMatch(co -> co.agency().equals(code));
    }

    /** What an agency, leading or taking part, has to do; null where it has nothing to do. */
    Bucket bucketOf(String code) {
        if (code.equals(agency)) {
            return bucket;
        }
        // Its part ends with the whole.
        return bucket == null
                ? null
                : coHandlers.stream()
                        .filter(co -> co.agency().equals(code))
                        .map(CoHandler::bucket)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
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
                            List.of(),
                            List.of(),
                            State.PENDING_REVIEW,
                            Map.of(Desk.TO_REVIEW, e.at()),
                            null,
                            e.at(),
                            e.at(),
                            List.of(),
                            List.of(),
                            version);
        }
        if (item == null || version <= item.version()) {
            return item;
        }
        Draft draft = new Draft(item, event.at(), version);
        draft.deadlines.removeIf(running -> PetitionClock.ends(event, running.start(), Duty.of(running.code())));
        switch (event) {
            case PetitionSubmitted e -> throw new IllegalStateException("folded above");
            case CorrectionRequested e -> draft.backTo(State.AWAITING_CORRECTION, Desk.AWAITING_CORRECTION);
            case PetitionCorrected e -> {
                draft.title = e.title() == null ? draft.title : e.title();
                draft.backTo(State.PENDING_REVIEW, Desk.TO_REVIEW);
            }
            case CorrectionLapsed e -> draft.ended(State.WITHDRAWN);
            case PetitionNotAccepted e -> draft.ended(State.NOT_ACCEPTED);
            case PetitionRedirected e -> draft.ended(State.REDIRECTED);
            case PetitionMerged e -> draft.ended(State.MERGED);
            case PetitionWithdrawn e -> draft.ended(State.WITHDRAWN);
            case PetitionAccepted e -> {
                draft.type = e.type();
                draft.domain = e.domain();
                draft.limitClass = e.limitClass();
                draft.urgency = e.urgency();
                draft.backTo(State.ACCEPTED, Desk.TO_DISPATCH);
            }
            case PetitionDispatched e -> draft.assigned(e.agency());
            case AgencyDesignated e -> draft.assigned(e.agency());
            case AssignmentSigned e -> draft.inHand(State.HANDLING);
            case ReturnRequested e -> {
                draft.desks.put(Desk.RETURN_REQUESTED, e.at());
                draft.moved(Bucket.RETURNED);
            }
            case ReturnGranted e -> draft.backTo(State.ACCEPTED, Desk.TO_DISPATCH);
            case ReturnRefused e -> {
                draft.desks.remove(Desk.RETURN_REQUESTED);
                draft.inHand(draft.state);
            }
            case ReplySubmitted e -> {
                draft.state = State.REPLY_IN_REVIEW;
                draft.moved(Bucket.IN_REVIEW);
            }
            case ReplySentBack e -> {
                draft.desks.remove(Desk.TO_CONFIRM);
                draft.inHand(State.HANDLING);
            }
            case ReplyApproved e -> {
                if (e.bureauCheckDue()) {
                    draft.desks.put(Desk.TO_CONFIRM, e.at());
                }
            }
            case ReplyConfirmed e -> draft.desks.remove(Desk.TO_CONFIRM);
            case PetitionResolved e -> draft.answered();
            case CallbackRequired e -> draft.desks.put(Desk.TO_CALL_BACK, e.at());
            case CallbackRecorded e -> {
                // Whoever was not reached is called again.
                if (e.reached()) {
                    draft.desks.remove(Desk.TO_CALL_BACK);
                }
            }
            case PetitionClosed e -> {
                draft.state = State.CLOSED;
                draft.desks.remove(Desk.TO_CALL_BACK);
            }
            case PetitionReopened e -> draft.reopened();
            case HandlingTerminated e -> draft.ended(State.TERMINATED);
            case PetitionArchived e -> draft.ended(State.ARCHIVED);
            case CoHandlerProposed e -> draft.proposed(e.agency());
            case CoHandlerAdded e -> draft.takesPart(new CoHandler(e.agency(), false, false));
            case CoHandlerRemoved e -> draft.leaves(e.agency());
            case CoHandlerSigned e -> draft.takesPart(new CoHandler(e.agency(), true, false));
            case CoHandlerReported e -> draft.takesPart(new CoHandler(e.agency(), true, true));
            case LeadChanged e -> {
                draft.leaves(e.to());
                draft.agency = e.to();
                draft.since = e.at();
            }
            case ExtensionRequested e -> draft.desks.put(Desk.EXTENSION_REQUESTED, e.at());
            case ExtensionGranted e -> draft.desks.remove(Desk.EXTENSION_REQUESTED);
            case ExtensionRefused e -> draft.desks.remove(Desk.EXTENSION_REQUESTED);
            case EvaluationChallenged e -> draft.desks.put(Desk.RATING_CHALLENGED, e.at());
            case EvaluationUpheld e -> draft.desks.remove(Desk.RATING_CHALLENGED);
            case EvaluationExcluded e -> draft.desks.remove(Desk.RATING_CHALLENGED);
            case ReexaminationRequested e -> draft.desks.put(Desk.REEXAMINATION, e.at());
            case ReexaminationConcluded e -> draft.desks.remove(Desk.REEXAMINATION);
            case ReviewRequested e -> draft.desks.put(Desk.REVIEW, e.at());
            case ReviewConcluded e -> draft.desks.remove(Desk.REVIEW);
            case ClockPaused e -> draft.held = e.codes();
            case ClockResumed e -> draft.held = List.of();
            case PetitionResectioned e -> draft.section = e.section();
            case DeadlineEvent e -> draft.timed(e);
            case CitizenContacted e -> {}
            case SiteVisitRecorded e -> {}
            case AttachmentAdded e -> {}
            case AttachmentRemoved e -> {}
            case AttachmentHidden e -> {}
            case ProgressPosted e -> {}
            case PetitionEvaluated e -> {}
            case EvaluationLapsed e -> {}
            case PetitionPublished e -> {}
            case PublicReplyPublished e -> {}
            case PetitionTakenDown e -> {}
            case RecusalDeclared e -> {}
            case DelayExplained e -> {}
            case PetitionPutUnderSupervision e -> {}
            case PetitionReleasedFromSupervision e -> {}
            case PetitionReportedByMedia e -> {}
            case SuggestionStudied e -> {}
            case SuggestionSelected e -> {}
            case SuggestionRewarded e -> {}
            case ConversionNoted e -> {}
        }
        return draft.done();
    }

    /** One step of the fold in the making. */
    private static final class Draft {

        private final WorkItem before;
        private final Instant at;
        private final long version;
        private final Map<Desk, Instant> desks = new EnumMap<>(Desk.class);
        private final List<Running> deadlines;
        private Section section;
        private PetitionType type;
        private String domain;
        private LimitClass limitClass;
        private Urgency urgency;
        private Sealed title;
        private String agency;
        private List<CoHandler> coHandlers;
        private List<String> proposals;
        private State state;
        private Bucket bucket;
        private Instant since;
        private List<String> held;

        Draft(WorkItem before, Instant at, long version) {
            this.before = before;
            this.at = at;
            this.version = version;
            desks.putAll(before.desks);
            deadlines = new ArrayList<>(before.deadlines);
            section = before.section;
            type = before.type;
            domain = before.domain;
            limitClass = before.limitClass;
            urgency = before.urgency;
            title = before.title;
            agency = before.agency;
            coHandlers = before.coHandlers;
            proposals = before.proposals;
            state = before.state;
            bucket = before.bucket;
            since = before.since;
            held = before.held;
        }

        void moved(Bucket to) {
            since = to == bucket ? since : at;
            bucket = to;
        }

        /** Nobody has anything to do. */
        void ended(State as) {
            state = as;
            desks.clear();
            proposals = List.of();
            held = List.of();
            moved(null);
        }

        /** The bureau alone has it, and no agency. */
        void backTo(State as, Desk desk) {
            ended(as);
            desks.put(desk, at);
            agency = null;
            coHandlers = List.of();
        }

        void assigned(String lead) {
            ended(State.DISPATCHED);
            coHandlers = List.of();
            agency = lead;
            moved(Bucket.TO_SIGN);
        }

        /** The lead agency has it, be it that it wants to return it. */
        void inHand(State as) {
            state = as;
            moved(
                    desks.containsKey(Desk.RETURN_REQUESTED)
                            ? Bucket.RETURNED
                            : as == State.DISPATCHED ? Bucket.TO_SIGN : Bucket.HANDLING);
        }

        void answered() {
            state = State.RESOLVED;
            Set.of(Desk.RETURN_REQUESTED, Desk.EXTENSION_REQUESTED, Desk.CO_HANDLER_PROPOSED, Desk.TO_CONFIRM)
                    .forEach(desks::remove);
            proposals = List.of();
            held = List.of();
            moved(null);
        }

        /** 重办: everybody who took part reports anew. */
        void reopened() {
            state = State.HANDLING;
            desks.remove(Desk.TO_CALL_BACK);
            held = List.of();
            coHandlers = coHandlers.stream()
                    .map(co -> new CoHandler(co.agency(), co.signed(), false))
                    .toList();
            moved(Bucket.HANDLING);
        }

        void proposed(String code) {
            if (!proposals.contains(code)) {
                proposals = with(proposals, code);
            }
            desks.putIfAbsent(Desk.CO_HANDLER_PROPOSED, at);
        }

        void takesPart(CoHandler coHandler) {
            leaves(coHandler.agency());
            coHandlers = with(coHandlers, coHandler);
        }

        /** What was proposed of it is decided, too. */
        void leaves(String code) {
            coHandlers =
                    coHandlers.stream().filter(co -> !co.agency().equals(code)).toList();
            proposals = proposals.stream()
                    .filter(proposed -> !proposed.equals(code))
                    .toList();
            if (proposals.isEmpty()) {
                desks.remove(Desk.CO_HANDLER_PROPOSED);
            }
        }

        void timed(DeadlineEvent event) {
            switch (event) {
                case DeadlineSet e -> {
                    for (Deadline deadline : e.deadlines()) {
                        deadlines.removeIf(running -> running.code().equals(deadline.code()));
                        if (deadline.alerts().lit()) {
                            deadlines.add(Running.of(e.start(), deadline));
                        }
                    }
                }
                case DeadlineChanged e -> replace(e.deadline());
                case DeadlineRecalculated e -> replace(e.deadline());
                case DeadlineMet e ->
                    deadlines.removeIf(running -> running.code().equals(e.code()));
                case DeadlineMissed e -> {}
                case YellowAlertRaised e -> {}
                case RedAlertRaised e -> {}
                case DeadlineEscalated e -> {}
            }
        }

        private void replace(Deadline deadline) {
            deadlines.replaceAll(running ->
                    running.code().equals(deadline.code()) ? Running.of(running.start(), deadline) : running);
        }

        private static <T> List<T> with(List<T> list, T item) {
            List<T> longer = new ArrayList<>(list);
            longer.add(item);
            return List.copyOf(longer);
        }

        WorkItem done() {
            return new WorkItem(
                    before.id,
                    before.number,
                    section,
                    before.board,
                    type,
                    domain,
                    before.district,
                    limitClass,
                    urgency,
                    before.author,
                    title,
                    agency,
                    coHandlers,
                    proposals,
                    state,
                    Map.copyOf(desks),
                    bucket,
                    before.submittedAt,
                    since,
                    List.copyOf(deadlines),
                    held,
                    version);
        }
    }
}
