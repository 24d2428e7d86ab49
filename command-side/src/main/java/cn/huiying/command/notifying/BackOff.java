package cn.huiying.command.notifying;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: anything up to a limit that doubles, so that many do not come back at once. */
final class BackOff {

    /** So often it is tried before it is given up. */
    static final int ATTEMPTS = 20;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private BackOff() {}

    /** @param failures 1 after the first */
    static Duration after(int failures, RandomGenerator chance) {
        return Duration.ofMillis(chance.nextLong(longestAfter(failures).toMillis() + 1));
    }

    static Duration longestAfter(int failures) {
        // An hour is reached long before the shift runs over.
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 30));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
