package cn.huiying.query.statistics;

import java.io.Closeable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** The statistics cube: every fact of the platform, countable by day and dimension. Safe for many readers and one writer. */
public interface Cube extends Tallies, Closeable {

    /** The day a fact is counted under. */
    enum Axis {
        /** 受理口径: when it came in. */
        RECEIVED,
        /** 办结口径: when it was resolved or completed; what is not, is not counted. */
        RESOLVED
    }

    /**
     * Which facts are counted.
     *
     * @param from  first day; null for no bound
     * @param to    last day; null for no bound
     * @param where the values of each dimension that is narrowed
     */
    record Slice(Axis axis, LocalDate from, LocalDate to, Map<Dimension, Set<String>> where) {

        Slice during(LocalDate first, LocalDate last) {
            return new Slice(axis, first, last, where);
        }
    }

    /** The facts that a batch touches, by id. */
    Map<String, Fact> load(Collection<String> ids);

    /** What is known of the working calendar, year by year. */
    Collection<CalendarFact> calendar();

    /**
     * Writes facts and lets every reader see them from then on.
     *
     * @param position of the last event that is in them
     * @param counts   whether any of them counts otherwise than before
     */
    void save(Collection<Fact> facts, long position, boolean counts);

    /** While it is the same, so is every answer: the position of the last event that changed how a fact counts. */
    long changedAt();

    /** Keeps the processor's token with the facts, so that they never disagree. */
    TokenStore tokens();
}
