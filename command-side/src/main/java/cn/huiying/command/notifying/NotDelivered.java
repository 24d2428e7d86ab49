package cn.huiying.command.notifying;

import java.time.Duration;

/** A notification did not get through. */
class NotDelivered extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean forGood;
    private final Duration retryAfter;

    private NotDelivered(String message, boolean forGood, Duration retryAfter) {
        super(message);
        this.forGood = forGood;
        this.retryAfter = retryAfter;
    }

    /** @param retryAfter how long the receiver wants to be left alone; zero where it does not say */
    static NotDelivered forNow(String message, Duration retryAfter) {
        return new NotDelivered(message, false, retryAfter);
    }

    /** The receiver will never take it. */
    static NotDelivered forGood(String message) {
        return new NotDelivered(message, true, Duration.ZERO);
    }

    boolean isForGood() {
        return forGood;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
