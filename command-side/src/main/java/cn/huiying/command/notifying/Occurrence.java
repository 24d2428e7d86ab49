package cn.huiying.command.notifying;

import java.time.Instant;

/** An event as it stands in the log. */
sealed interface Occurrence
        permits Notifications.Happening,
                OrderNotifications.OrderHappening,
                ProposalNotifications.ProposalHappening,
                PolicyNotifications.PolicyHappening {

    /** The event's identifier. */
    String id();

    long position();

    /** When it was stored. */
    Instant recordedAt();
}
