package cn.huiying.query.statistics;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a petition counts as. What concerns the lead agency alone (contact, lateness, refused returns) begins anew where another
 * agency takes the lead, since it is that agency's figures it stands in from then on.
 *
 * @param outcome      why it is no valid message, or how far a valid one has come
 * @param dispatched   whether the bureau accepted and dispatched it in time; null while that is open
 * @param contacted    whether the lead agency spoke with the author in time; null while that is open
 * @param late         whether the lead agency ever missed a main limit 办结时限
 * @param overdue      whether it did so since the petition was last reopened
 * @param workdays     from the dispatch to the lead agency, whose day is not counted, to the answer; null where not resolved, or
 *                     where the calendar did not know the days
 * @param rating       of the last evaluation
 * @param solved       what the author said when called back last; null where nobody was reached
 */
record PetitionFact(
        String id,
        LocalDate submittedOn,
        Section section,
        Board board,
        PetitionType type,
        String domain,
        String district,
        boolean accusation,
        LimitClass limitClass,
        String agency,
        Measure outcome,
        Boolean dispatched,
        LocalDate dispatchedOn,
        Boolean contacted,
        boolean late,
        boolean overdue,
        LocalDate resolvedOn,
        Integer workdays,
        SatisfactionBand rating,
        boolean ratingExcluded,
        boolean evaluationLapsed,
        Boolean solved,
        boolean reopened,
        boolean extended,
        boolean returnRefused,
        boolean supervised,
        long version)
        implements Fact {

    /**
     * Folds one event in; an event folded in already changes nothing.
     *
     * @param fact     null before the first
     * @param calendar as it was known when the event was recorded
     */
    static PetitionFact evolve(PetitionFact fact, Recorded<PetitionEvent> recorded, WorkCalendar calendar) {
        if (recorded.event() instanceof PetitionSubmitted e) {
            return fact != null ? fact : new Draft(e).done(recorded.version());
        }
        if (fact == null || recorded.version() <= fact.version) {
            return fact;
        }
        Draft draft = new Draft(fact);
        draft.evolve(recorded.event(), calendar);
        return draft.done(recorded.version());
    }

    @Override
    public Cell cell() {
        Map<Dimension, String> at = new EnumMap<>(Dimension.class);
        at.put(Dimension.SECTION, section.name());
        at.put(Dimension.BOARD, board.name());
        at.put(Dimension.TYPE, type.name());
        at.put(Dimension.DOMAIN, domain);
        at.put(Dimension.DISTRICT, district);
        if (limitClass != null) {
            at.put(Dimension.LIMIT_CLASS, limitClass.name());
        }
        if (agency != null) {
            at.put(Dimension.AGENCY, agency);
        }
        Set<Measure> measures = measures();
        // Of what stands in no rate, the time it took stands in no mean.
        return new Cell(
                submittedOn, resolvedOn, at, measures, 1, measures.contains(Measure.RESOLVED) ? workdays : null);
    }

    private Set<Measure> measures() {
        Set<Measure> measures = EnumSet.of(Measure.SUBMITTED);
        boolean valid = outcome == Measure.IN_HAND || outcome == Measure.RESOLVED || outcome == Measure.TERMINATED;
        if (!valid) {
            measures.add(outcome);
            if (outcome == Measure.PENDING && Boolean.FALSE.equals(dispatched)) {
                measures.add(Measure.ACCEPTANCE_OVERDUE);
            }
            return measures;
        }
        if (accusation) {
            measures.add(Measure.ACCUSATIONS);
            return measures;
        }
        measures.add(Measure.RECEIVED);
        measures.add(outcome);
        if (dispatched != null) {
            measures.add(
                    dispatched
                            ? Measure.ACCEPTED_IN_TIME
                            : dispatchedOn == null ? Measure.ACCEPTANCE_OVERDUE : Measure.ACCEPTED_LATE);
        }
        if (contacted != null) {
            measures.add(contacted ? Measure.CONTACTED_IN_TIME : Measure.CONTACT_MISSED);
        }
        if (outcome == Measure.IN_HAND) {
            measures.add(overdue ? Measure.UNREPLIED_OVERDUE : Measure.UNREPLIED);
        }
        if (outcome == Measure.RESOLVED) {
            measures.add(late ? Measure.REPLIED_LATE : Measure.REPLIED_IN_TIME);
            if (!reopened) {
                measures.add(Measure.RESOLVED_AT_ONCE);
            }
        }
        if (rating != null) {
            measures.add(Measure.EVALUATED);
            measures.add(
                    ratingExcluded
                            ? Measure.RATINGS_EXCLUDED
                            : switch (rating) {
                                case SATISFIED -> Measure.SATISFIED;
                                case BASICALLY_SATISFIED -> Measure.BASICALLY_SATISFIED;
                                case DISSATISFIED -> Measure.DISSATISFIED;
                            });
        } else if (evaluationLapsed) {
            measures.add(Measure.EVALUATION_LAPSED);
        }
        if (solved != null) {
            measures.add(solved ? Measure.CALLBACK_SOLVED : Measure.CALLBACK_UNSOLVED);
        }
        add(measures, reopened, Measure.REOPENED);
        add(measures, extended, Measure.EXTENDED);
        add(measures, returnRefused, Measure.RETURN_REFUSED);
        add(measures, supervised, Measure.SUPERVISED);
        return measures;
    }

    private static void add(Set<Measure> measures, boolean holds, Measure measure) {
        if (holds) {
            measures.add(measure);
        }
    }

    /** One step of the fold in the making. */
    private static final class Draft {

        private final String id;
        private final LocalDate submittedOn;
        private final Board board;
        private final String district;
        private Section section;
        private PetitionType type;
        private String domain;
        private boolean accusation;
        private LimitClass limitClass;
        private String agency;
        private Measure outcome;
        private Boolean dispatched;
        private LocalDate dispatchedOn;
        private Boolean contacted;
        private boolean late;
        private boolean overdue;
        private LocalDate resolvedOn;
        private Integer workdays;
        private SatisfactionBand rating;
        private boolean ratingExcluded;
        private boolean evaluationLapsed;
        private Boolean solved;
        private boolean reopened;
        private boolean extended;
        private boolean returnRefused;
        private boolean supervised;

        Draft(PetitionSubmitted e) {
            id = e.petitionId().value();
            submittedOn = WorkCalendar.dateOf(e.at());
            section = e.section();
            board = e.board();
            type = e.type();
            domain = e.domain();
            district = e.district();
            outcome = Measure.PENDING;
        }

        Draft(PetitionFact before) {
            id = before.id;
            submittedOn = before.submittedOn;
            board = before.board;
            district = before.district;
            section = before.section;
            type = before.type;
            domain = before.domain;
            accusation = before.accusation;
            limitClass = before.limitClass;
            agency = before.agency;
            outcome = before.outcome;
            dispatched = before.dispatched;
            dispatchedOn = before.dispatchedOn;
            contacted = before.contacted;
            late = before.late;
            overdue = before.overdue;
            resolvedOn = before.resolvedOn;
            workdays = before.workdays;
            rating = before.rating;
            ratingExcluded = before.ratingExcluded;
            evaluationLapsed = before.evaluationLapsed;
            solved = before.solved;
            reopened = before.reopened;
            extended = before.extended;
            returnRefused = before.returnRefused;
            supervised = before.supervised;
        }

        /** Most of what happens to a petition is not counted. */
        void evolve(PetitionEvent event, WorkCalendar calendar) {
            LocalDate day = WorkCalendar.dateOf(event.at());
            switch (event) {
                case CorrectionLapsed e -> outcome = Measure.WITHDRAWN;
                case PetitionWithdrawn e -> outcome = Measure.WITHDRAWN;
                case PetitionNotAccepted e -> outcome = Measure.NOT_ACCEPTED;
                case PetitionRedirected e -> outcome = Measure.REDIRECTED;
                case PetitionMerged e -> outcome = Measure.MERGED;
                case PetitionAccepted e -> {
                    outcome = Measure.IN_HAND;
                    type = e.type();
                    domain = e.domain();
                    limitClass = e.limitClass();
                    accusation = e.petitionClass() == PetitionClass.ACCUSATION;
                }
                case PetitionDispatched e -> assigned(e.agency(), day);
                case AgencyDesignated e -> assigned(e.agency(), day);
                case LeadChanged e -> assigned(e.to(), dispatchedOn);
                case ReturnGranted e -> assigned(null, dispatchedOn);
                case ReturnRefused e -> returnRefused = true;
                case DeadlineMet e -> timed(Duty.of(e.code()), true);
                case DeadlineMissed e -> timed(Duty.of(e.code()), false);
                case ExtensionGranted e -> extended = true;
                case PetitionResolved e -> {
                    outcome = Measure.RESOLVED;
                    resolvedOn = day;
                    workdays = workdays(dispatchedOn, day, calendar);
                }
                case PetitionReopened e -> {
                    outcome = Measure.IN_HAND;
                    reopened = true;
                    overdue = false;
                    evaluationLapsed = false;
                    resolvedOn = null;
                    workdays = null;
                }
                case PetitionEvaluated e -> {
                    rating = e.band();
                    ratingExcluded = false;
                }
                case EvaluationLapsed e -> evaluationLapsed = true;
                case EvaluationExcluded e -> ratingExcluded = true;
                case CallbackRecorded e -> solved = e.solved() == null ? solved : e.solved();
                case HandlingTerminated e -> outcome = Measure.TERMINATED;
                case PetitionResectioned e -> section = e.section();
                case PetitionPutUnderSupervision e -> supervised = true;
                default -> {}
            }
        }

        private void assigned(String lead, LocalDate day) {
            if (lead == null || !lead.equals(agency)) {
                contacted = null;
                late = false;
                overdue = false;
                returnRefused = false;
            }
            agency = lead;
            dispatchedOn = day;
        }

        /** Once late is late, also where the same duty comes again and is met then. */
        private void timed(Duty duty, boolean met) {
            switch (duty) {
                case ACCEPT_AND_DISPATCH -> dispatched = met && !Boolean.FALSE.equals(dispatched);
                case FIRST_CONTACT -> contacted = met && !Boolean.FALSE.equals(contacted);
                default -> {
                    late |= duty.concludes() && !met;
                    overdue |= duty.concludes() && !met;
                }
            }
        }

        private static Integer workdays(LocalDate from, LocalDate to, WorkCalendar calendar) {
            OptionalInt days = from == null ? OptionalInt.empty() : calendar.workdaysBetween(from, to);
            return days.isPresent() ? days.getAsInt() : null;
        }

        PetitionFact done(long version) {
            return new PetitionFact(
                    id,
                    submittedOn,
                    section,
                    board,
                    type,
                    domain,
                    district,
                    accusation,
                    limitClass,
                    agency,
                    outcome,
                    dispatched,
                    dispatchedOn,
                    contacted,
                    late,
                    overdue,
                    resolvedOn,
                    workdays,
                    rating,
                    ratingExcluded,
                    evaluationLapsed,
                    solved,
                    reopened,
                    extended,
                    returnRefused,
                    supervised,
                    version);
        }
    }
}
