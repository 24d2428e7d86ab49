package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.PetitionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A petition's file with all that is told of it in order: a fold of its own events. */
final class PetitionStory {

    /** One event, and when it was recorded. */
    record Told(PetitionEvent event, long version, Instant recordedAt) {}

    final PetitionFile file = new PetitionFile();
    final Hands hands = new Hands();
    /** As many as there are entries in the file's history. */
    final List<Told> told = new ArrayList<>();

    /**
     * Folds one event in.
     *
     * @param role   who acted; null where the metadata does not tell
     * @param agency the agency the actor belongs to; null for others
     */
    void evolve(Told next, String role, String agency) {
        told.add(next);
        hands.evolve(next.event());
        file.evolve(next.event(), next.version(), role, agency);
    }
}
