package cn.huiying.query.workqueue;

import java.util.function.Function;

/** The open work as it was at every position of the log. Safe for many threads. */
interface PastWorkItems {

    /** Asks the queues as they were once the event at this position was in them. */
    <R> R read(long position, Function<WorkItems, R> reading);
}
