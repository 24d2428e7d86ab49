package cn.huiying.query.board;

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
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
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
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the board has to know of a petition that is not over, folded from its own events. Its light is what the log says, so that
 * it is the same for everybody at the same position.
 *
 * @param countyBoard whether it was posted on the board of its district's leaders
 * @param agency      code of the lead agency; null while the bureau has it
 * @param inHand      whether somebody handles it; not once it is answered, until it is reopened
 * @param accusation  检举控告
 * @param title       the redacted one, while the petition is published; else null
 * @param running     the deadlines with lights that nothing has met yet
 * @param held        codes of those that stand still
 */
record BoardPetition(
        String id,
        String number,
        String district,
        boolean countyBoard,
        String agency,
        boolean inHand,
        boolean accusation,
        String title,
        List<Running> running,
        List<String> held) {

    /** @param light of the last alert since the due moment was set or moved; before, that of the start */
    record Running(String code, Start start, Instant dueAt, Light light) {

        static Running of(Start start, Deadline deadline) {
            // What is yellow from its start warns nobody, so no alert says so.
            boolean fromTheStart = !deadline.alerts().yellowFrom().isAfter(deadline.startedAt());
            return new Running(deadline.code(), start, deadline.dueAt(), fromTheStart ? Light.YELLOW : Light.GREEN);
        }

        Running lit(Light to) {
            return new Running(code, start, dueAt, to);
        }

        Running moved(Deadline to) {
            return to.dueAt().equals(dueAt) ? this : of(start, to);
        }
    }

    /** The worst one of whoever has it in hand; what stands still presses nobody. */
    Light light() {
        return pressing().map(Running::light).max(Comparator.naturalOrder()).orElse(Light.GREEN);
    }

    /** The deadline of whoever has it in hand that has been over the longest. */
    Optional<Running> overdue() {
        return pressing()
                .filter(deadline -> deadline.light() == Light.RED)
                .min(Comparator.comparing(Running::dueAt).thenComparing(Running::code));
    }

    private Stream<Running> pressing() {
        boolean bureau = agency == null;
        return running.stream()
                .filter(deadline ->
                        Duty.of(deadline.code()).isTheBureaus() == bureau && !held.contains(deadline.code()));
    }

    /**
     * Folds one event in.
     *
     * @param before null before the first event, and once it is over
     * @return null where it is over
     */
    static BoardPetition evolve(BoardPetition before, PetitionEvent event) {
        if (event instanceof PetitionSubmitted e) {
            return new BoardPetition(
                    e.petitionId().value(),
                    e.number(),
                    e.district(),
                    e.board() == Board.COUNTY_LEADER,
                    null,
                    true,
                    false,
                    null,
                    List.of(),
                    List.of());
        }
        if (before == null) {
            return null;
        }
        BoardPetition p = before.without(event);
        return switch (event) {
            case PetitionSubmitted e -> throw new IllegalStateException("folded above");
            case CorrectionLapsed e -> null;
            case PetitionNotAccepted e -> null;
            case PetitionRedirected e -> null;
            case PetitionMerged e -> null;
            case PetitionWithdrawn e -> null;
            case HandlingTerminated e -> null;
            case PetitionArchived e -> null;
            case CorrectionRequested e -> p.by(null);
            case PetitionCorrected e -> p.by(null);
            case PetitionAccepted e -> p.by(null).accepted(e.petitionClass() == PetitionClass.ACCUSATION);
            case PetitionDispatched e -> p.by(e.agency());
            case AgencyDesignated e -> p.by(e.agency());
            case ReturnGranted e -> p.by(null);
            case LeadChanged e -> p.with(e.to(), p.inHand, p.running, p.held);
            case PetitionResolved e -> p.with(p.agency, false, p.running, List.of());
            case PetitionReopened e -> p.with(p.agency, true, p.running, List.of());
            case PetitionPublished e -> p.shownAs(e.title());
            case PetitionTakenDown e -> p.shownAs(null);
            case ClockPaused e -> p.with(p.agency, p.inHand, p.running, e.codes());
            case ClockResumed e -> p.with(p.agency, p.inHand, p.running, List.of());
            case DeadlineEvent e -> p.with(p.agency, p.inHand, p.timed(e), p.held);
            case AssignmentSigned e -> p;
            case AttachmentAdded e -> p;
            case AttachmentHidden e -> p;
            case AttachmentRemoved e -> p;
            case CallbackRecorded e -> p;
            case CallbackRequired e -> p;
            case CitizenContacted e -> p;
            case CoHandlerAdded e -> p;
            case CoHandlerProposed e -> p;
            case CoHandlerRemoved e -> p;
            case CoHandlerReported e -> p;
            case CoHandlerSigned e -> p;
            case DelayExplained e -> p;
            case EvaluationChallenged e -> p;
            case EvaluationExcluded e -> p;
            case EvaluationLapsed e -> p;
            case EvaluationUpheld e -> p;
            case ExtensionGranted e -> p;
            case ExtensionRefused e -> p;
            case ExtensionRequested e -> p;
            case PetitionClosed e -> p;
            case PetitionEvaluated e -> p;
            case PetitionPutUnderSupervision e -> p;
            case PetitionReleasedFromSupervision e -> p;
            case PetitionReportedByMedia e -> p;
            case SuggestionStudied e -> p;
            case SuggestionSelected e -> p;
            case SuggestionRewarded e -> p;
            case ConversionNoted e -> p;
            case PetitionResectioned e -> p;
            case ProgressPosted e -> p;
            case PublicReplyPublished e -> p;
            case RecusalDeclared e -> p;
            case ReexaminationConcluded e -> p;
            case ReexaminationRequested e -> p;
            case ReplyApproved e -> p;
            case ReplyConfirmed e -> p;
            case ReplySentBack e -> p;
            case ReplySubmitted e -> p;
            case ReturnRefused e -> p;
            case ReturnRequested e -> p;
            case ReviewConcluded e -> p;
            case ReviewRequested e -> p;
            case SiteVisitRecorded e -> p;
        };
    }

    private List<Running> timed(DeadlineEvent event) {
        List<Running> all = new ArrayList<>(running);
        switch (event) {
            case DeadlineSet e -> {
                for (Deadline deadline : e.deadlines()) {
                    all.removeIf(known -> known.code().equals(deadline.code()));
                    if (deadline.alerts().lit()) {
                        all.add(Running.of(e.start(), deadline));
                    }
                }
            }
            case DeadlineChanged e -> change(all, e.deadline().code(), known -> known.moved(e.deadline()));
            case DeadlineRecalculated e -> change(all, e.deadline().code(), known -> known.moved(e.deadline()));
            case YellowAlertRaised e -> change(all, e.code(), known -> known.lit(Light.YELLOW));
            case RedAlertRaised e -> change(all, e.code(), known -> known.lit(Light.RED));
            case DeadlineMet e -> all.removeIf(known -> known.code().equals(e.code()));
            case DeadlineMissed e -> {}
            case DeadlineEscalated e -> {}
        }
        return List.copyOf(all);
    }

    private static void change(List<Running> all, String code, UnaryOperator<Running> change) {
        all.replaceAll(known -> known.code().equals(code) ? change.apply(known) : known);
    }

    private BoardPetition without(PetitionEvent event) {
        List<Running> left = running.stream()
                .filter(known -> !PetitionClock.ends(event, known.start(), Duty.of(known.code())))
                .toList();
        return left.size() == running.size() ? this : with(agency, inHand, left, held);
    }

    /** Somebody else has it in hand; null for the bureau. */
    private BoardPetition by(String lead) {
        return with(lead, true, running, List.of());
    }

    private BoardPetition accepted(boolean asAccusation) {
        return new BoardPetition(
                id, number, district, countyBoard, agency, inHand, accusation || asAccusation, title, running, held);
    }

    private BoardPetition shownAs(String redacted) {
        return new BoardPetition(
                id, number, district, countyBoard, agency, inHand, accusation, redacted, running, held);
    }

    private BoardPetition with(String lead, boolean handled, List<Running> deadlines, List<String> standing) {
        return new BoardPetition(
                id, number, district, countyBoard, lead, handled, accusation, title, deadlines, standing);
    }
}
