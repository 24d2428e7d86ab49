package cn.huiying.query.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Set;

/**
 * One listener: where it is in the log, and what waits to be written to it. What waits is bounded; who takes nothing is left behind
 * and goes on from the log later. Safe for many threads.
 */
final class Subscriber {

    /** Frames are shared, so this bounds references, not texts. */
    static final int MOST_WAITING = 256;

    private final String caller;
    private final Topic topic;
    private final Instant until;
    private final ArrayDeque<Notice> waiting = new ArrayDeque<>(4);
    private long position;
    private long toldPosition;
    private volatile boolean behind;
    private volatile boolean ended;
    private volatile long writtenAt;
    private boolean taken = true;
    private long takenBefore;
    private volatile Runnable wake = () -> {};

    /**
     * @param caller its account, or its address where it has none
     * @param until  when its token expires; null where it has none
     */
    Subscriber(String caller, Topic topic, Instant until) {
        this.caller = caller;
        this.topic = topic;
        this.until = until;
    }

    String caller() {
        return caller;
    }

    Topic topic() {
        return topic;
    }

    void onWork(Runnable action) {
        wake = action;
    }

    void wake() {
        wake.run();
    }

    /**
     * Where it begins.
     *
     * @param told whether the opening tells the client this position
     */
    synchronized void open(long at, boolean told, byte[] opening) {
        position = at;
        toldPosition = told ? at : 0;
        waiting.add(new Notice(at, Set.of(), opening));
    }

    /** Everything up to here is written or waits, or was not for it. */
    synchronized long position() {
        return position;
    }

    synchronized void passed(long to) {
        position = Math.max(position, to);
    }

    /** @return false where too much waits already; then nothing has changed */
    synchronized boolean offer(Notice notice) {
        return notice.position() <= position || add(notice);
    }

    /** The same, also for what time alone has changed at the position where it is. */
    synchronized boolean add(Notice notice) {
        if (waiting.size() >= MOST_WAITING) {
            return false;
        }
        waiting.add(notice);
        position = notice.position();
        toldPosition = position;
        return true;
    }

    /** Where nothing else waits. @return whether there is something to write now */
    synchronized boolean heartbeat(long upTo, byte[] plain, byte[] moving) {
        if (!waiting.isEmpty()) {
            return false;
        }
        position = Math.max(position, upTo);
        // Each id once: a plain one where the client knows the position, or has asked for one that is still to come.
        boolean moves = upTo == position && upTo > toldPosition;
        waiting.add(new Notice(upTo, Set.of(), moves ? moving : plain));
        toldPosition = moves ? upTo : toldPosition;
        return true;
    }

    synchronized Notice poll() {
        taken = true;
        return waiting.poll();
    }

    /** Whether it has let wait what there is for so long; to be asked at short intervals. */
    synchronized boolean takesNothing(long now, long nanos) {
        if (taken || waiting.isEmpty()) {
            taken = false;
            takenBefore = now;
        }
        return now - takenBefore > nanos;
    }

    boolean isBehind() {
        return behind;
    }

    /** It is told of nothing more until it has taken what waits. */
    void leaveBehind(boolean isBehind) {
        behind = isBehind;
    }

    /** Writes nothing more, not even what waits. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    void written(long nanos) {
        writtenAt = nanos;
    }

    long writtenAt() {
        return writtenAt;
    }
}
