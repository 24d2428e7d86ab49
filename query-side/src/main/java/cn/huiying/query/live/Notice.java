package cn.huiying.query.live;

import java.util.Set;

/**
 * What some topics are told of one event, encoded once for all of their subscribers.
 *
 * @param position of the event in the log
 * @param topics   none for what is not about an event, such as a heartbeat
 * @param frame    as it goes over the wire; shared, so never written to
 */
record Notice(long position, Set<Topic> topics, byte[] frame) {

    boolean isForAnEvent() {
        return !topics.isEmpty();
    }
}
