package cn.huiying.app.wiring;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Names messages with random UUIDs (RFC 9562, version 4) from a generator of each thread's own, seeded once from the system's.
 * The framework makes several messages for each command and each event that is read, and its default asks one locked source
 * of secrets for each of them: 64 senders spent more time waiting for that lock than deciding. These need only be unique.
 */
public final class Identifiers extends IdentifierFactory {

    private static final SecureRandom SEEDS = new SecureRandom();

    private static final ThreadLocal<Pair> RANDOM = ThreadLocal.withInitial(
            () -> new Pair(new SplittableRandom(SEEDS.nextLong()), new SplittableRandom(SEEDS.nextLong())));

    /** Two, so that a name has 122 random bits and not the 64 of one seed. */
    private record Pair(SplittableRandom high, SplittableRandom low) {}

    @Override
    public String generateIdentifier() {
        Pair random = RANDOM.get();
        long high = random.high().nextLong() & ~0xF000L | 0x4000L;
        long low = random.low().nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
