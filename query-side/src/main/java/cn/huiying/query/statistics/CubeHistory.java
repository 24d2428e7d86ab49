package cn.huiying.query.statistics;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import java.io.Closeable;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Every fact as it counted at every position of the log. Safe for many readers and one writer. */
public interface CubeHistory extends Closeable {

    /** The processing group that keeps it up to date. */
    String NAME = "statistics-history";

    /** The facts as the cube had them once the event at this position was in it. */
    Tallies asOf(long position);

    /** While it is the same, so is what it says of any position; another generation, or a retry of what was parked, may say otherwise. */
    String edition();

    /**
     * Folds a batch in; what is folded in already changes nothing.
     *
     * @param events where the batch was gathered, to be told which event can't be folded
     */
    void fold(List<Recorded<Object>> batch, EventBatch events);

    /** Keeps the processor's token with the history, so that they never disagree. */
    TokenStore tokens();
}
