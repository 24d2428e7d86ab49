package cn.huiying.query.common;

import java.time.Instant;

/**
 * How things stood.
 *
 * @param position of the last event that had been recorded
 * @param instant  what the clock showed
 */
public record AsOf(long position, Instant instant) {

    /** The parameter that asks for it. */
    public static final String PARAMETER = "asOf";
}
