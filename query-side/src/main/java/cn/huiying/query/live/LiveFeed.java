package cn.huiying.query.live;

import cn.huiying.query.board.BoardFollowing;
import cn.huiying.query.board.BoardFollowing.Joining;
import cn.huiying.query.board.BoardFollowing.Told;
import cn.huiying.query.board.CurrentBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tail of the log, read once on this node and fanned out to its subscribers. Nobody is waited for: who takes nothing is left
 * behind, goes on from the recent notices or from the log itself once it takes again, and is cut off in the end. Safe for many
 * threads.
 */
public final class LiveFeed implements AutoCloseable {

    /** The streams there are, for the meters. */
    public static final List<String> STREAMS = List.of("public", "petition", "queue", "intake", "supervision", "board");

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    /** How much of the log one subscriber reads before it is another's turn. */
    private static final int TURN = 1_000;

    private static final long NOT_STARTED = Long.MAX_VALUE;

    /** How often the boards are told of what has changed in between. */
    private static final long BOARD_EVERY_MILLIS = 200;

    private final EventStore eventStore;
    private final Notices notices;
    private final CurrentBoard board;
    private final LiveSettings settings;
    private final InstantSource clock;

    /** Guards the recent notices, their floor, the position, what the boards were told, and who is told of what. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ArrayDeque<Notice> recent = new ArrayDeque<>();
    private final Map<Topic, Set<Subscriber>> live = new HashMap<>();
    private final Map<Topic, BoardFollowing> boards = new HashMap<>();
    private long floor = NOT_STARTED;
    private long position;

    private final Set<Subscriber> all = ConcurrentHashMap.newKeySet();
    private final AtomicInteger admitted = new AtomicInteger();
    private final Map<String, Integer> ofCallers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> delivered = new HashMap<>();
    private final LongAdder resets = new LongAdder();

    private final ExecutorService senders =
            threads("live-sender-", Math.max(2, Runtime.getRuntime().availableProcessors()));
    private volatile Thread tail;
    private volatile ExecutorService readers;
    private volatile ScheduledExecutorService ticker;
    private volatile boolean stopped = true;

    LiveFeed(EventStore eventStore, Notices notices, CurrentBoard board, LiveSettings settings, InstantSource clock) {
        this.eventStore = eventStore;
        this.notices = notices;
        this.board = board;
        this.settings = settings;
        this.clock = clock;
        STREAMS.forEach(stream -> delivered.put(stream, new LongAdder()));
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    /** Also once more after {@link #stop}. */
    void start() {
        recent.clear();
        boards.clear();
        floor = NOT_STARTED;
        readers = threads("live-reader-", 2);
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("live-ticker").factory());
        ticker.scheduleAtFixedRate(this::tick, often().toMillis(), often().toMillis(), TimeUnit.MILLISECONDS);
        ticker.scheduleAtFixedRate(this::tellBoards, BOARD_EVERY_MILLIS, BOARD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        tail = Thread.ofPlatform().daemon().name("live-tail").unstarted(this::follow);
        stopped = false;
        tail.start();
    }

    /** Ends every stream; clients come back and resume. */
    void stop() {
        stopped = true;
        all.forEach(this::end);
        ticker.shutdown();
        readers.shutdownNow();
        tail.interrupt();
        try {
            tail.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once nobody can come any more. */
    @Override
    public void close() {
        senders.shutdown();
    }

    /** How many listen to a stream now. */
    public long subscribers(String stream) {
        return all.stream()
                .filter(subscriber -> subscriber.topic().stream().equals(stream))
                .count();
    }

    /** How many notices were written to the subscribers of a stream. */
    public long delivered(String stream) {
        return delivered.get(stream).sum();
    }

    /** How many subscribers came with a position that could not be served. */
    public long resets() {
        return resets.sum();
    }

    /** How far the log has been fanned out. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    Executor senders() {
        return senders;
    }

    /**
     * Takes a place, until {@link #remove}.
     *
     * @throws TooManySubscribers where there is none, or none for this caller
     */
    void admit(Subscriber subscriber) {
        if (admitted.incrementAndGet() > settings.maxSubscribers() || stopped) {
            admitted.decrementAndGet();
            throw new TooManySubscribers(settings.maxSubscribers(), false);
        }
        if (ofCallers.merge(subscriber.caller(), 1, Integer::sum) > settings.maxPerCaller()) {
            free(subscriber);
            throw new TooManySubscribers(settings.maxPerCaller(), true);
        }
        all.add(subscriber);
    }

    /** Gives an admitted subscriber everything after a position, or from now on; a position that can't be served is reset. */
    void subscribe(Subscriber subscriber, OptionalLong after) {
        long head = head();
        if (subscriber.topic() instanceof Topic.SupervisionBoard) {
            // Where it can't be told what has changed since, the whole board resets it.
            subscriber.open(
                    after.isPresent() && after.getAsLong() <= board.position()
                            ? after.getAsLong()
                            : BoardFollowing.NOTHING,
                    false,
                    Frames.opening());
        } else if (after.isEmpty()) {
            subscriber.open(head, true, Frames.openingAt(head));
        } else if (after.getAsLong() > head) {
            reset(subscriber, head, "unknown-position");
        } else if (head - after.getAsLong() > settings.furthestBack()) {
            reset(subscriber, head, "too-far-back");
        } else {
            subscriber.open(after.getAsLong(), false, Frames.opening());
        }
        if (stopped) {
            end(subscriber);
        }
        attach(subscriber);
    }

    private void reset(Subscriber subscriber, long head, String reason) {
        resets.increment();
        subscriber.open(head, true, Frames.reset(head, reason));
    }

    /** Forgets a subscriber and frees its place. */
    void remove(Subscriber subscriber) {
        subscriber.end();
        if (all.remove(subscriber)) {
            free(subscriber);
        }
        lock.lock();
        try {
            detach(subscriber);
        } finally {
            lock.unlock();
        }
    }

    private void free(Subscriber subscriber) {
        admitted.decrementAndGet();
        ofCallers.computeIfPresent(subscriber.caller(), (caller, count) -> count == 1 ? null : count - 1);
    }

    void written(Subscriber subscriber, Notice notice) {
        subscriber.written(System.nanoTime());
        if (notice.isForAnEvent()) {
            delivered.get(subscriber.topic().stream()).increment();
        }
    }

    /** Brings a subscriber from where it is to the end of the log, and from then on tells it of each event as it comes. */
    void attach(Subscriber subscriber) {
        subscriber.leaveBehind(false);
        lock.lock();
        try {
            if (subscriber.isEnded()) {
                return;
            }
            if (subscriber.topic() instanceof Topic.SupervisionBoard topic) {
                joinBoard(subscriber, topic);
                return;
            }
            if (subscriber.position() >= floor) {
                if (offerAll(subscriber, recentAfter(subscriber))) {
                    live.computeIfAbsent(subscriber.topic(), topic -> new HashSet<>())
                            .add(subscriber);
                }
                subscriber.wake();
                return;
            }
        } finally {
            lock.unlock();
        }
        subscriber.wake();
        read(subscriber, new LogReading(eventStore, notices));
    }

    /** Under the lock: whoever joins is then where the others are, and all are told the same from there. */
    private void joinBoard(Subscriber subscriber, Topic.SupervisionBoard topic) {
        Set<Subscriber> listening = live.computeIfAbsent(topic, t -> new HashSet<>());
        Joining joining =
                boards.computeIfAbsent(topic, t -> board.follow(topic.view())).join(subscriber.position());
        joining.forThoseWhoStayed().ifPresent(told -> tell(notice(topic, told), listening));
        if (joining.forTheNewcomer()
                .map(told -> subscriber.add(notice(topic, told)))
                .orElse(true)) {
            listening.add(subscriber);
        } else {
            subscriber.leaveBehind(true);
        }
        subscriber.wake();
    }

    private static Notice notice(Topic topic, Told told) {
        return new Notice(
                told.position(),
                Set.of(topic),
                Frames.event(told.position(), told.whole() ? "snapshot" : "patch", told.json()));
    }

    private void tellBoards() {
        try {
            lock.lock();
            try {
                boards.keySet()
                        .removeIf(topic -> live.getOrDefault(topic, Set.of()).isEmpty());
                boards.forEach((topic, following) ->
                        following.next().ifPresent(told -> tell(notice(topic, told), live.get(topic))));
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException e) {
            // What throws is not called again; what was not told is told the next time.
            log.error("The boards were not told this time", e);
        }
    }

    private List<Notice> recentAfter(Subscriber subscriber) {
        long after = subscriber.position();
        List<Notice> gap = new ArrayList<>();
        for (Iterator<Notice> newest = recent.descendingIterator(); newest.hasNext(); ) {
            Notice notice = newest.next();
            if (notice.position() <= after) {
                break;
            }
            if (notice.topics().contains(subscriber.topic())) {
                gap.add(notice);
            }
        }
        return gap.reversed();
    }

    /** @return false where the subscriber could not take all of them and is behind now */
    private static boolean offerAll(Subscriber subscriber, List<Notice> gap) {
        for (Notice notice : gap) {
            if (!subscriber.offer(notice)) {
                subscriber.leaveBehind(true);
                return false;
            }
        }
        return true;
    }

    /** Reads the gap from the log, in turns with others. */
    private void read(Subscriber subscriber, LogReading reading) {
        try {
            readers.execute(() -> {
                try {
                    readTurn(subscriber, reading);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    // The client comes again, with the last position that it was told.
                    log.error("The log could not be read for a subscriber; its stream ends", e);
                    end(subscriber);
                }
            });
        } catch (RejectedExecutionException e) {
            end(subscriber);
        }
    }

    private void readTurn(Subscriber subscriber, LogReading reading) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = reading.open(subscriber.position())) {
            for (int n = 0; n < TURN && events.hasNextAvailable(1, TimeUnit.SECONDS); n++) {
                if (subscriber.isEnded()) {
                    return;
                }
                TrackedEventMessage<?> event = events.nextAvailable();
                for (Notice notice : reading.notices(event, subscriber.topic().onlyPetition())) {
                    if (notice.topics().contains(subscriber.topic()) && !offerAll(subscriber, List.of(notice))) {
                        subscriber.wake();
                        return;
                    }
                }
                subscriber.passed(LogReading.position(event));
                if (isRecent(LogReading.position(event))) {
                    break;
                }
            }
        }
        if (isRecent(subscriber.position())) {
            attach(subscriber);
        } else {
            subscriber.wake();
            read(subscriber, reading);
        }
    }

    private boolean isRecent(long at) {
        lock.lock();
        try {
            return at >= floor;
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        LogReading reading = new LogReading(eventStore, notices);
        while (!stopped) {
            try {
                begin();
                try (BlockingStream<TrackedEventMessage<?>> events = reading.open(position())) {
                    while (!stopped) {
                        if (events.hasNextAvailable(1, TimeUnit.SECONDS)) {
                            TrackedEventMessage<?> event = events.nextAvailable();
                            publish(LogReading.position(event), reading.notices(event, null));
                        }
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    log.error("The live streams stand still after position {}; it is tried again", position(), e);
                    pause();
                }
            }
        }
    }

    /** A little before the end of the log: after a restart everybody comes back at once, and not with a reading each. */
    private void begin() {
        long head = head();
        lock.lock();
        try {
            if (floor == NOT_STARTED) {
                position = Math.max(0, head - settings.recent());
                floor = position;
            }
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(long at, List<Notice> told) {
        lock.lock();
        try {
            for (Notice notice : told) {
                recent.addLast(notice);
                for (Topic topic : notice.topics()) {
                    tell(notice, live.getOrDefault(topic, Set.of()));
                }
            }
            position = at;
            // Only whole positions go: an event may have several notices.
            while (recent.size() > settings.recent()) {
                floor = recent.getFirst().position();
                while (!recent.isEmpty() && recent.getFirst().position() == floor) {
                    recent.removeFirst();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static void tell(Notice notice, Set<Subscriber> subscribers) {
        for (Iterator<Subscriber> each = subscribers.iterator(); each.hasNext(); ) {
            Subscriber subscriber = each.next();
            // What changes a board comes in order and once, at times twice at one position.
            boolean taken = subscriber.topic() instanceof Topic.SupervisionBoard
                    ? subscriber.add(notice)
                    : subscriber.offer(notice);
            if (!taken) {
                each.remove();
                subscriber.leaveBehind(true);
            }
            subscriber.wake();
        }
    }

    private void detach(Subscriber subscriber) {
        live.computeIfPresent(subscriber.topic(), (topic, subscribers) -> {
            subscribers.remove(subscriber);
            return subscribers.isEmpty() ? null : subscribers;
        });
    }

    /** Also where its line has not opened, and perhaps never does. */
    private void end(Subscriber subscriber) {
        remove(subscriber);
        subscriber.wake();
    }

    private Duration often() {
        Duration half = settings.heartbeat().dividedBy(2);
        return half.compareTo(Duration.ofSeconds(1)) < 0 ? half : Duration.ofSeconds(1);
    }

    /** Ends what has outlived its token, cuts off who takes nothing, says to the others that the line stands. */
    private void tick() {
        try {
            Instant time = clock.instant();
            long now = System.nanoTime();
            long patience = settings.cutOffAfter().toNanos();
            for (Subscriber subscriber : all) {
                if (subscriber.isOver(time) || subscriber.takesNothing(now, patience)) {
                    end(subscriber);
                }
            }
            // A heartbeat is not late: whoever would be silent for too long at the next tick gets it now.
            long silence = settings.heartbeat().minus(often()).toNanos();
            lock.lock();
            try {
                byte[] plain = Frames.heartbeat();
                live.forEach((topic, subscribers) -> {
                    long upTo = boards.containsKey(topic) ? boards.get(topic).position() : position;
                    byte[] moving = Frames.heartbeat(upTo);
                    for (Subscriber subscriber : subscribers) {
                        if (now - subscriber.writtenAt() >= silence && subscriber.heartbeat(upTo, plain, moving)) {
                            subscriber.wake();
                        }
                    }
                });
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException e) {
            // A ticker that throws never ticks again.
            log.error("No heartbeats were sent this time", e);
        }
    }

    private long head() {
        TrackingToken head = eventStore.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
