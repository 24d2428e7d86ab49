package cn.huiying.query.supervision;

import java.time.Instant;

/** The place of an item in a list; unique. */
record Place(Instant moment, String id) {}
