package cn.huiying.query.live;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ReturnGranted;
import java.util.HashSet;
import java.util.Set;

/**
 * What has to be known of a petition to say whom its next event concerns: a fold of its own events, so the same whenever it is
 * asked for.
 *
 * @param petition   as the public listing knows it: what it shows, the streams may name; null before the first event
 * @param coHandlers codes of the agencies that take part
 * @param accusation 检举控告: never told to the public
 */
record Standing(ListedPetition petition, Set<String> coHandlers, boolean accusation) {

    static final Standing UNKNOWN = new Standing(null, Set.of(), false);

    Standing evolve(Recorded<PetitionEvent> recorded) {
        return new Standing(
                ListedPetition.evolve(petition, recorded),
                coHandlersAfter(recorded.event()),
                accusation
                        || recorded.event() instanceof PetitionAccepted e
                                && e.petitionClass() == PetitionClass.ACCUSATION);
    }

    /** Nothing else brings an agency in or lets it go. */
    private Set<String> coHandlersAfter(PetitionEvent event) {
        return switch (event) {
            case CoHandlerAdded e -> with(e.agency());
            case CoHandlerRemoved e -> without(e.agency());
            case LeadChanged e -> without(e.to());
            case PetitionDispatched e -> Set.of();
            case AgencyDesignated e -> Set.of();
            case ReturnGranted e -> Set.of();
            case CorrectionLapsed e -> Set.of();
            case PetitionNotAccepted e -> Set.of();
            case PetitionRedirected e -> Set.of();
            case PetitionMerged e -> Set.of();
            case PetitionWithdrawn e -> Set.of();
            default -> coHandlers;
        };
    }

    private Set<String> with(String agency) {
        Set<String> more = new HashSet<>(coHandlers);
        more.add(agency);
        return Set.copyOf(more);
    }

    private Set<String> without(String agency) {
        Set<String> fewer = new HashSet<>(coHandlers);
        fewer.remove(agency);
        return Set.copyOf(fewer);
    }

    /** The agencies that lead or take part. */
    Set<String> inHandOf() {
        if (petition == null || petition.agency() == null) {
            return coHandlers;
        }
        return coHandlers.isEmpty() ? Set.of(petition.agency()) : with(petition.agency());
    }

    boolean isPublic() {
        return petition != null && petition.published() && !accusation;
    }

    /** Sequence number of the last event that was folded in; -1 before the first. */
    long version() {
        return petition == null ? -1 : petition.version();
    }
}
