package cn.huiying.query.live;

import java.time.Instant;

/** When the caller's token expires: a stream does not outlive it. Null where it never does. */
public record TokenEnd(Instant at) {}
