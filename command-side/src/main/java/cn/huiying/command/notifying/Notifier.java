package cn.huiying.command.notifying;

/** Hands a notification to whatever reaches the recipient 通知渠道: the staff channel, an SMS gateway, the site's inbox. */
interface Notifier {

    /** Returns when the notification is in other hands; it may come a second time with the same id. */
    void deliver(Notification notification) throws NotDelivered, InterruptedException;
}
