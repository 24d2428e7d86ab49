package cn.huiying.query.common;

import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Finds the place in the log that somebody asks to see things as of. Safe for many threads. */
public class PastMoments {

    private static final Set<Role> LOOKING_BACK = Set.of(Role.AUDITOR, Role.BUREAU_LEADER, Role.SUPERVISOR);

    private static final int MOST_KNOWN = 20_000;

    private final EventStore eventStore;
    private final ReadPositions positions;
    private final InstantSource clock;
    private final List<String> always;
    /** What is recorded where does not change: the moments that were looked up. */
    private final Map<Long, Instant> known = new ConcurrentHashMap<>();

    /** @param always read models that every answer about the past shows something of */
    public PastMoments(EventStore eventStore, ReadPositions positions, InstantSource clock, String... always) {
        this.eventStore = eventStore;
        this.positions = positions;
        this.clock = clock;
        this.always = List.of(always);
    }

    /**
     * Only those who check on others look back.
     *
     * @param role null of somebody without a token
     * @throws Refused where it is somebody else
     */
    public static void check(Role role) {
        if (role == null || !LOOKING_BACK.contains(role)) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导、督办员和审计员可以查看过去的情况(asOf)。",
                    "Only the bureau's leader, supervisors and auditors may ask how things stood (asOf).");
        }
    }

    /**
     * @param given     one: a position, or a moment with its offset
     * @param readModel that answers; it is waited for
     * @throws InvalidInput where it is neither, before the first event, or still to come
     * @throws ReadModelBehind where a read model has not come so far within two seconds
     */
    public AsOf find(String[] given, String readModel) throws InterruptedException {
        if (given.length > 1) {
            throw new InvalidInput(
                    AsOf.PARAMETER, "repeated", "参数“asOf”只能给一次。", "Parameter “asOf” can be given only once.");
        }
        String asked = given[0];
        AsOf found = asked.matches("[0-9]+") ? ofPosition(asked) : ofMoment(asked);
        positions.require(readModel, found.position());
        for (String other : always) {
            positions.require(other, found.position());
        }
        return found;
    }

    private AsOf ofPosition(String asked) {
        long head = positions.head();
        // Eighteen digits are a number in any case.
        long position = asked.length() > 18 ? Long.MAX_VALUE : Long.parseLong(asked);
        if (position < 1 || position > head) {
            throw head == 0 ? nothingYet() : outside(position < 1);
        }
        return new AsOf(position, recordedAt(position));
    }

    private AsOf ofMoment(String asked) {
        Instant moment = parse(asked);
        Instant now = clock.instant();
        if (positions.head() == 0) {
            throw nothingYet();
        }
        if (moment.isAfter(now) || moment.isBefore(recordedAt(1))) {
            throw outside(!moment.isAfter(now));
        }
        return new AsOf(lastAt(moment), moment);
    }

    private static Instant parse(String asked) {
        try {
            // A plus that was not encoded arrives as a space.
            return OffsetDateTime.parse(asked.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    AsOf.PARAMETER,
                    "form",
                    "asOf 须是日志位置(正整数),或带时区偏移的时刻,如 2026-11-30T09:00:00+08:00。",
                    "“asOf” must be a position in the log, or a moment with its offset such as 2026-11-30T09:00:00+08:00.");
        }
    }

    private static InvalidInput nothingYet() {
        return new InvalidInput(
                AsOf.PARAMETER, "before-the-beginning", "日志中还没有事件。", "There is nothing in the log yet.");
    }

    private InvalidInput outside(boolean before) {
        long head = positions.head();
        String first = WorkCalendar.text(recordedAt(1));
        return new InvalidInput(
                AsOf.PARAMETER,
                before ? "before-the-beginning" : "still-to-come",
                "asOf 须在日志范围之内:位置 1 至 " + head + ",时刻自 " + first + " 至现在。",
                "“asOf” must be within the log: a position from 1 to " + head + ", or a moment from " + first
                        + " (Beijing time) until now.");
    }

    /**
     * The last event at or before a moment. The steps are powers of two, so that the same events are looked at however long the log
     * has become, and the answer stays the same where a clock ran back a little.
     */
    private long lastAt(Instant moment) {
        long head = positions.head();
        long last = 1;
        for (long step = Long.highestOneBit(head); step > 0; step /= 2) {
            if (last + step <= head && !recordedAt(last + step).isAfter(moment)) {
                last += step;
            }
        }
        return last;
    }

    private Instant recordedAt(long position) {
        Instant at = known.get(position);
        if (at == null) {
            at = read(position);
            if (known.size() < MOST_KNOWN) {
                known.put(position, at);
            }
        }
        return at;
    }

    private Instant read(long position) {
        try (BlockingStream<TrackedEventMessage<?>> log =
                eventStore.openStream(new GlobalSequenceTrackingToken(position - 1))) {
            return log.nextAvailable().getTimestamp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
    }
}
