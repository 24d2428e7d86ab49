package cn.huiying.query.common;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * States on the way through the log, so that one of the past is folded on from the last of them before it: at most an eighth of the
 * log has to be read again, however long it has become. In memory, where states share what did not change. For one thread at a time.
 *
 * @param <S> the state, which nobody changes
 */
public final class Stations<S> {

    private static final int MOST = 16;

    private final NavigableMap<Long, S> kept = new TreeMap<>();
    private long apart = 1_000;

    /** The last one at or before a position, with its own; null where there is none. */
    public Map.Entry<Long, S> before(long position) {
        return kept.floorEntry(position);
    }

    /** Whoever folds the log comes by with the state as of a position, and it may be kept. */
    public void pass(long position, Supplier<S> state) {
        if (position % apart != 0 || kept.containsKey(position)) {
            return;
        }
        kept.put(position, state.get());
        if (kept.size() > MOST) {
            apart *= 2;
            kept.keySet().removeIf(at -> at % apart != 0);
        }
    }
}
