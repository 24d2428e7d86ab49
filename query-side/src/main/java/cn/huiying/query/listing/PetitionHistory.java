package cn.huiying.query.listing;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import java.io.Closeable;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Every petition as it was at every position of the log. Safe for many readers and one writer. */
public interface PetitionHistory extends Closeable {

    /** The processing group that keeps it up to date. */
    String NAME = "listing-history";

    /** The petitions as the index had them once the event at this position was in it. */
    PetitionSearch asOf(long position);

    /** While it is the same, so is what it says of any position; another generation, or a retry of what was parked, may say otherwise. */
    String edition();

    /**
     * Folds a batch in; what is folded in already changes nothing.
     *
     * @param events where the batch was gathered, to be told which event can't be folded
     */
    void fold(List<Recorded<PetitionEvent>> batch, EventBatch events);

    /** Keeps the processor's token with the history, so that they never disagree. */
    TokenStore tokens();
}
