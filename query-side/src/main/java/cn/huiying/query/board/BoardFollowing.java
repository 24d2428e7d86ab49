package cn.huiying.query.board;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/**
 * What those who listen to one view of the board have been told: all of them the same, so that a change is worked out and encoded
 * once. For one thread at a time.
 */
public final class BoardFollowing {

    /** Nothing of the board is known. */
    public static final long NOTHING = -1;

    /**
     * What is to be told.
     *
     * @param position of the board that it leads to
     * @param whole    whether it stands in place of everything told before
     */
    public record Told(long position, boolean whole, String json) {}

    /**
     * Somebody joins.
     *
     * @param forThoseWhoStayed what they have to be told first
     * @param forTheNewcomer    what brings it to where the others are then
     */
    public record Joining(Optional<Told> forThoseWhoStayed, Optional<Told> forTheNewcomer) {}

    private final CurrentBoard current;
    private final BoardView view;
    private final ObjectMapper json;
    private final InstantSource clock;

    /** What they were told of; another one may have taken its place. */
    private SupervisionBoard known;

    private long position;
    private Instant moment;
    private List<BoardState.Overdue> overdue;

    /** The whole of it for whoever comes next; null once it has changed. */
    private Told snapshot;

    BoardFollowing(CurrentBoard current, BoardView view, ObjectMapper json, InstantSource clock) {
        this.current = current;
        this.view = view;
        this.json = json;
        this.clock = clock;
        current.read(board -> {
            moment = clock.instant();
            known = board;
            position = board.position();
            overdue = board.show(view, moment).overdue();
            return null;
        });
    }

    /** Up to where they know everything. */
    public long position() {
        return position;
    }

    /** What has changed since it was asked for last. */
    public Optional<Told> next() {
        return current.read(this::next);
    }

    /** @param since the position that the newcomer knows the view of, or {@link #NOTHING}; not beyond the board's own */
    public Joining join(long since) {
        return current.read(board -> new Joining(next(board), catchUp(board, since)));
    }

    private Optional<Told> next(SupervisionBoard board) {
        Instant now = clock.instant();
        boolean whole = board != known || !board.remembers(position);
        Optional<BoardState> change = whole
                ? Optional.of(board.show(view, now))
                : board.changes(view, position, moment, now).map(this::withoutTheSameList);
        Optional<Told> told = change.map(state -> told(board.position(), whole, state));
        // Not before it is encoded: what can't be told now is told the next time.
        known = board;
        position = board.position();
        moment = now;
        if (change.isPresent()) {
            snapshot = null;
            overdue = change.get().overdue() == null ? overdue : change.get().overdue();
        }
        return told;
    }

    /** Most of what becomes overdue comes behind those that are listed. */
    private BoardState withoutTheSameList(BoardState change) {
        return overdue.equals(change.overdue())
                ? new BoardState(change.totals(), change.bureau(), change.districts(), change.agencies(), null)
                : change;
    }

    private Optional<Told> catchUp(SupervisionBoard board, long since) {
        if (since != NOTHING && board.remembers(since)) {
            // Whoever was away does not say which orders it knew to be late.
            return board.changes(view, since, Instant.MIN, moment).map(change -> told(position, false, change));
        }
        if (snapshot == null) {
            snapshot = told(position, true, board.show(view, moment));
        }
        return Optional.of(snapshot);
    }

    private Told told(long at, boolean whole, BoardState state) {
        return new Told(at, whole, json.writeValueAsString(state));
    }
}
