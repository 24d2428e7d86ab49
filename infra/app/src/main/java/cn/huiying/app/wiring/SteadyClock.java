package cn.huiying.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, unless it jumps: a clock that is a day ahead for a moment must not make deadlines missed. What the time
 * passed since the last look does not explain is not believed before it has lasted; until then the platform's clock goes on at its
 * own pace. Safe for many threads.
 */
final class SteadyClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(SteadyClock.class);

    /** What a machine's clock may be set by between two looks without anybody minding. */
    static final Duration SMALL = Duration.ofMinutes(1);

    /** How long a jump has to last until it is the time. */
    static final Duration LASTING = Duration.ofMinutes(10);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private Instant believed;
    private long believedAt;
    private Instant jumped;
    private long jumpedAt;

    /** @param nanos passes evenly, whatever happens to the clock */
    SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        believed = machine.instant();
        believedAt = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long elapsed = nanos.getAsLong();
        Instant shown = machine.instant();
        Instant own = believed.plusNanos(elapsed - believedAt);
        if (near(shown, own)) {
            jumped = null;
            return believe(shown, elapsed);
        }
        if (jumped == null || !near(shown, jumped.plusNanos(elapsed - jumpedAt))) {
            jumped = shown;
            jumpedAt = elapsed;
            log.error(
                    "The machine's clock jumped from {} to {}. The platform goes on with its own time; if the new one is right, it is "
                            + "followed in {} minutes.",
                    own,
                    shown,
                    LASTING.toMinutes());
        }
        if (elapsed - jumpedAt >= LASTING.toNanos()) {
            log.warn("The machine's clock has stayed at {}: that is the time now.", shown);
            jumped = null;
            return believe(shown, elapsed);
        }
        return own;
    }

    /** Whether the machine's clock is not believed at the moment. */
    synchronized boolean doubted() {
        instant();
        return jumped != null;
    }

    private Instant believe(Instant shown, long elapsed) {
        believed = shown;
        believedAt = elapsed;
        return shown;
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SMALL) <= 0;
    }
}
