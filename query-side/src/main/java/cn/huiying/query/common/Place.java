package cn.huiying.query.common;

import java.time.Instant;

/** The place of an item in a list; unique. */
public record Place(Instant moment, String id) {}
