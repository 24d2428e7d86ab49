package cn.huiying.command.notifying;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.OnBreach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has to be known of an open petition to tell people of its events.
 *
 * @param section    null where it was known before sections mattered
 * @param county     the district whose officer works beside the bureau; null off the county boards
 * @param imported   whether it comes from another board
 * @param accused    the agency an accusation is about; null where none is named
 * @param lead       code of the lead agency; null before the dispatch
 * @param designated whether the lead agency was designated
 * @param limits     by the deadline's code
 */
record NotifiedPetition(
        PetitionId petition,
        String number,
        AccountId author,
        Section section,
        String county,
        boolean imported,
        boolean accusation,
        String accused,
        String lead,
        boolean designated,
        List<String> coHandlers,
        Map<String, Limit> limits) {

    /** The part of a deadline that its alerts do not carry. */
    record Limit(OnBreach onBreach, Instant dueAt, int extension) {}

    NotifiedPetition {
        coHandlers = List.copyOf(coHandlers);
        limits = Map.copyOf(limits);
    }

    static NotifiedPetition of(PetitionSubmitted event) {
        return new NotifiedPetition(
                event.petitionId(),
                event.number(),
                event.author(),
                event.section(),
                event.board() == Board.COUNTY_LEADER ? event.district() : null,
                event.source() != null,
                false,
                null,
                null,
                false,
                List.of(),
                Map.of());
    }

    /** Whether nothing that follows an event is told to anybody; what becomes of a suggestion may follow years later. */
    boolean ends(PetitionEvent event) {
        return switch (event) {
            case PetitionNotAccepted e -> true;
            case PetitionRedirected e -> true;
            case PetitionMerged e -> true;
            case PetitionWithdrawn e -> true;
            case CorrectionLapsed e -> true;
            case PetitionArchived e -> section != Section.SUGGESTION;
            default -> false;
        };
    }

    NotifiedPetition evolve(PetitionEvent event) {
        return switch (event) {
            case PetitionAccepted e ->
                new NotifiedPetition(
                        petition,
                        number,
                        author,
                        section,
                        county,
                        imported,
                        e.petitionClass() == PetitionClass.ACCUSATION,
                        e.accusedAgency(),
                        lead,
                        designated,
                        coHandlers,
                        limits);
            case PetitionDispatched e -> inHandsOf(e.agency(), false, List.of());
            case AgencyDesignated e -> inHandsOf(e.agency(), true, List.of());
            case ReturnGranted e -> inHandsOf(null, false, List.of());
            case LeadChanged e -> inHandsOf(e.to(), designated, without(e.to()));
            case CoHandlerAdded e -> {
                List<String> all = without(e.agency());
                all.add(e.agency());
                yield inHandsOf(lead, designated, all);
            }
            case CoHandlerRemoved e -> inHandsOf(lead, designated, without(e.agency()));
            case PetitionResectioned e ->
                new NotifiedPetition(
                        petition,
                        number,
                        author,
                        e.section(),
                        county,
                        imported,
                        accusation,
                        accused,
                        lead,
                        designated,
                        coHandlers,
                        limits);
            case DeadlineSet e -> with(e.deadlines());
            case DeadlineChanged e -> with(List.of(e.deadline()));
            case DeadlineRecalculated e -> with(List.of(e.deadline()));
            case DeadlineMet e -> {
                Map<String, Limit> left = new TreeMap<>(limits);
                left.remove(e.code());
                yield limited(left);
            }
            default -> this;
        };
    }

    OnBreach onBreach(String code) {
        Limit limit = limits.get(code);
        return limit == null ? OnBreach.NOTHING : limit.onBreach();
    }

    /** Until when the final reply is due; null where that is not known. */
    Instant concludeBy() {
        return limits.entrySet().stream()
                .filter(limit -> Duty.of(limit.getKey()).concludes())
                .map(limit -> limit.getValue().dueAt())
                .findFirst()
                .orElse(null);
    }

    private List<String> without(String agency) {
        List<String> others = new ArrayList<>(coHandlers);
        others.remove(agency);
        return others;
    }

    private NotifiedPetition with(Collection<Deadline> deadlines) {
        Map<String, Limit> all = new TreeMap<>(limits);
        for (Deadline deadline : deadlines) {
            if (deadline.duty().concludes()) {
                // One final reply: the class of a petition that is handled again may be another.
                all.keySet().removeIf(code -> Duty.of(code).concludes());
            }
            all.put(deadline.code(), new Limit(deadline.alerts().onBreach(), deadline.dueAt(), deadline.extension()));
        }
        return limited(all);
    }

    private NotifiedPetition inHandsOf(String agency, boolean byDesignation, List<String> beside) {
        return new NotifiedPetition(
                petition,
                number,
                author,
                section,
                county,
                imported,
                accusation,
                accused,
                agency,
                byDesignation,
                beside,
                limits);
    }

    private NotifiedPetition limited(Map<String, Limit> all) {
        return new NotifiedPetition(
                petition,
                number,
                author,
                section,
                county,
                imported,
                accusation,
                accused,
                lead,
                designated,
                coHandlers,
                all);
    }
}
