package cn.huiying.query.petitionfile;

import cn.huiying.query.petitionfile.Timetable.Line;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.time.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 由谁办理: who had a petition in hand, from when to when. Several may at once, each for a part of it. */
final class Hands {

    /** For what somebody has it in hand, and by which duties it is timed. */
    enum Part {
        INTAKE("受理与交办", "acceptance and dispatch", EnumSet.of(Duty.ACCEPT_AND_DISPATCH)),
        CORRECTION("补正", "correction", EnumSet.of(Duty.CORRECTION)),
        LEAD(
                "主办",
                "handling, in the lead",
                EnumSet.of(Duty.FINAL_REPLY_3, Duty.FINAL_REPLY_5, Duty.FINAL_REPLY_7, Duty.FINAL_REPLY_15)),
        CO_HANDLING("协办", "handling, taking part", EnumSet.noneOf(Duty.class)),
        RETURN("决定是否同意退单", "deciding on a return", EnumSet.of(Duty.RETURN_DECISION)),
        CHECK("复核答复", "checking the reply", EnumSet.of(Duty.BUREAU_CHECK)),
        EVALUATION("评价", "evaluation", EnumSet.of(Duty.EVALUATION)),
        CALLBACK("回访", "calling the author back", EnumSet.of(Duty.CALLBACK)),
        REEXAMINATION("复查", "re-examination", EnumSet.of(Duty.REEXAMINATION_OPINION)),
        REVIEW("复核", "review", EnumSet.of(Duty.REVIEW_OPINION));

        private final String chinese;
        private final String english;
        private final Set<Duty> duties;

        Part(String chinese, String english, Set<Duty> duties) {
            this.chinese = chinese;
            this.english = english;
            this.duties = duties;
        }

        String chinese() {
            return chinese;
        }

        String english() {
            return english;
        }

        /** Whether it is the author's. */
        boolean isTheAuthors() {
            return this == CORRECTION || this == EVALUATION;
        }
    }

    /**
     * One stretch of time.
     *
     * @param agency null for the bureau and the author
     * @param until  null while it lasts
     */
    record Holding(Part part, String agency, Instant from, Instant until) {

        /** The deadline that it stood against: the last that began with it, or that a lead agency took over with it. */
        Optional<Line> limit(Timetable timetable) {
            List<Line> lines = timetable.lines().reversed().stream()
                    .filter(line -> part.duties.contains(line.duty()))
                    .filter(line -> until == null || !line.deadline.startedAt().isAfter(until))
                    .toList();
            return lines.stream()
                    .filter(line ->
                            part == Part.LEAD || !line.deadline.startedAt().isBefore(from))
                    .findFirst();
        }
    }

    private final List<Holding> all = new ArrayList<>();
    /** Those who report anew when it is handled again. */
    private final Set<String> coHandlers = new LinkedHashSet<>();

    private String lead;

    /** In the order in which they began. */
    List<Holding> all() {
        return all;
    }

    void evolve(PetitionEvent event) {
        Instant at = event.at();
        switch (event) {
            case PetitionSubmitted e -> takes(Part.INTAKE, null, at);
            case CorrectionRequested e -> {
                ends(at, Part.INTAKE);
                takes(Part.CORRECTION, null, at);
            }
            case PetitionCorrected e -> {
                ends(at, Part.CORRECTION);
                takes(Part.INTAKE, null, at);
            }
            case PetitionDispatched e -> assigned(e.agency(), at);
            case AgencyDesignated e -> assigned(e.agency(), at);
            case LeadChanged e -> {
                ends(at, Part.LEAD);
                leaves(e.to(), at);
                lead = e.to();
                takes(Part.LEAD, lead, at);
            }
            case CoHandlerAdded e -> {
                coHandlers.add(e.agency());
                takes(Part.CO_HANDLING, e.agency(), at);
            }
            case CoHandlerRemoved e -> leaves(e.agency(), at);
            case CoHandlerReported e -> ends(at, Part.CO_HANDLING, e.agency());
            case ReturnRequested e -> takes(Part.RETURN, null, at);
            case ReturnRefused e -> ends(at, Part.RETURN);
            case ReturnGranted e -> {
                everythingEnds(at);
                takes(Part.INTAKE, null, at);
            }
            case ReplyApproved e -> {
                if (e.bureauCheckDue()) {
                    takes(Part.CHECK, null, at);
                }
            }
            case ReplyConfirmed e -> ends(at, Part.CHECK);
            case ReplySentBack e -> ends(at, Part.CHECK);
            case PetitionResolved e -> {
                everythingEnds(at);
                takes(Part.EVALUATION, null, at);
            }
            case PetitionEvaluated e -> ends(at, Part.EVALUATION);
            case EvaluationLapsed e -> ends(at, Part.EVALUATION);
            case CallbackRequired e -> takes(Part.CALLBACK, null, at);
            case CallbackRecorded e -> {
                // Whoever was not reached is called again.
                if (e.reached()) {
                    ends(at, Part.CALLBACK);
                }
            }
            case PetitionClosed e -> {
                ends(at, Part.EVALUATION);
                ends(at, Part.CALLBACK);
            }
            case PetitionReopened e -> {
                ends(at, Part.EVALUATION);
                ends(at, Part.CALLBACK);
                takes(Part.LEAD, lead, at);
                coHandlers.forEach(agency -> takes(Part.CO_HANDLING, agency, at));
            }
            case ReexaminationRequested e -> takes(Part.REEXAMINATION, e.superior(), at);
            case ReexaminationConcluded e -> ends(at, Part.REEXAMINATION);
            case ReviewRequested e -> takes(Part.REVIEW, e.superior(), at);
            case ReviewConcluded e -> ends(at, Part.REVIEW);
            case CorrectionLapsed e -> everythingEnds(at);
            case PetitionNotAccepted e -> everythingEnds(at);
            case PetitionRedirected e -> everythingEnds(at);
            case PetitionMerged e -> everythingEnds(at);
            case PetitionWithdrawn e -> everythingEnds(at);
            case HandlingTerminated e -> everythingEnds(at);
            case PetitionArchived e -> everythingEnds(at);
            // Nobody hands it on.
            default -> {}
        }
    }

    private void assigned(String agency, Instant at) {
        everythingEnds(at);
        coHandlers.clear();
        lead = agency;
        takes(Part.LEAD, agency, at);
    }

    private void leaves(String agency, Instant at) {
        coHandlers.remove(agency);
        ends(at, Part.CO_HANDLING, agency);
    }

    private void takes(Part part, String agency, Instant at) {
        all.add(new Holding(part, agency, at, null));
    }

    private void ends(Instant at, Part part) {
        all.replaceAll(holding -> holding.part() == part ? ended(holding, at) : holding);
    }

    private void ends(Instant at, Part part, String agency) {
        all.replaceAll(
                holding -> holding.part() == part && agency.equals(holding.agency()) ? ended(holding, at) : holding);
    }

    private void everythingEnds(Instant at) {
        all.replaceAll(holding -> ended(holding, at));
    }

    private static Holding ended(Holding holding, Instant at) {
        return holding.until() != null ? holding : new Holding(holding.part(), holding.agency(), holding.from(), at);
    }
}
