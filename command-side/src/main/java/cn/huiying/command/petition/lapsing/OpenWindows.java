package cn.huiying.command.petition.lapsing;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The due list: petitions that wait for their author, and until when. */
interface OpenWindows {

    /** What lapses when a window ends. */
    enum Kind {
        CORRECTION,
        EVALUATION
    }

    /** One petition that waits. */
    record Window(PetitionId petitionId, Kind kind, Instant dueAt) {}

    /** Opens windows, replacing those of the same petitions, and shuts others. */
    void update(Collection<Window> opened, Collection<PetitionId> shut);

    /** At most so many windows that ended at or before a moment, the oldest first. */
    List<Window> endedBy(Instant moment, int limit);

    /** Forgets everything, before a rebuild. */
    void clear();
}
