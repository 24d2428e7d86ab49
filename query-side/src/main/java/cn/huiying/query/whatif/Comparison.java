package cn.huiying.query.whatif;

import cn.huiying.query.whatif.Course.Key;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The deadlines of one petition, as the log recorded them and as the asked rules make them.
 *
 * @param agency code of the lead agency; null where it never had one
 */
record Comparison(String agency, List<Pair> pairs) {

    /**
     * One deadline.
     *
     * @param recorded   null where it was never set
     * @param recomputed null where the asked rules set none
     * @param reproduced whether the rules as they were known at the time give again what was recorded; where they do not, the
     *                   question is not the only reason why the two differ
     */
    record Pair(Key key, Outcome recorded, Outcome recomputed, boolean reproduced) {

        boolean overdueBefore() {
            return recorded != null && recorded.overdue();
        }

        boolean overdueAfter() {
            return recomputed != null && recomputed.overdue();
        }

        /** Empty where nothing that matters differs. */
        Optional<Change> change() {
            if (overdueBefore() != overdueAfter()) {
                return Optional.of(overdueAfter() ? Change.BECOMES_OVERDUE : Change.IS_NO_LONGER_OVERDUE);
            }
            if (recorded == null) {
                return Optional.of(Change.APPEARS);
            }
            if (recomputed == null) {
                return Optional.of(Change.FALLS_AWAY);
            }
            return recorded.deadline().dueAt().equals(recomputed.deadline().dueAt())
                    ? Optional.empty()
                    : Optional.of(Change.MOVES_ONLY);
        }

        Outcome either() {
            return recorded == null ? recomputed : recorded;
        }
    }

    /**
     * Compares.
     *
     * @param life  every event of the petition, in order
     * @param known the rules as they were known
     * @param asked the rules of the question
     * @param asOf  nothing that happened later counts
     */
    static Comparison of(List<Told> life, RulesOverTime known, RulesOverTime asked, Instant asOf) {
        Course recorded = new Course();
        Replay again = new Replay(known, asOf);
        Replay otherwise = new Replay(asked, asOf);
        String agency = null;
        for (Told told : life) {
            PetitionEvent event = told.event();
            if (event.at().isAfter(asOf)) {
                if (event instanceof DeadlineEvent) {
                    continue;
                }
                break;
            }
            recorded.record(event);
            agency = lead(event, agency);
            again.happens(event, told.recordedAt());
            otherwise.happens(event, told.recordedAt());
        }
        if (recorded.clock() != null) {
            // What time brought since the log was last written.
            recorded.pass(asOf, known.last());
        }
        return new Comparison(agency, pairs(recorded.outcomes(asOf), again.outcomes(), otherwise.outcomes()));
    }

    private static List<Pair> pairs(Map<Key, Outcome> recorded, Map<Key, Outcome> again, Map<Key, Outcome> recomputed) {
        Set<Key> keys = new LinkedHashSet<>();
        Stream.of(recorded, recomputed).map(Map::keySet).forEach(keys::addAll);
        return keys.stream()
                .map(key -> new Pair(
                        key, recorded.get(key), recomputed.get(key), reproduced(recorded.get(key), again.get(key))))
                .toList();
    }

    private static boolean reproduced(Outcome recorded, Outcome again) {
        return recorded == null ? again == null : recorded.goesLike(again);
    }

    private static String lead(PetitionEvent event, String before) {
        return switch (event) {
            case PetitionDispatched e -> e.agency();
            case AgencyDesignated e -> e.agency();
            case LeadChanged e -> e.to();
            default -> before;
        };
    }
}
