package cn.huiying.query.whatif;

import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.util.List;

/** Reads what the log tells of a past period. */
interface PastPetitions {

    record Submitted(PetitionId petition, String number) {}

    /**
     * A period.
     *
     * @param petitions in the order of their numbers
     * @param rules     what was known of the rules, from the log's beginning on
     */
    record Period(long position, List<Submitted> petitions, RulesOverTime rules) {}

    /** Every petition submitted in a period. */
    Period submitted(Instant from, Instant before);

    /** Every event of a petition, in order. */
    List<Told> life(PetitionId petition);

    /** The policies that are published and were not retired. */
    Policies policies();
}
