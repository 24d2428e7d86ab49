package cn.huiying.command.notifying;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, as long as no receiver is connected. */
class LoggingNotifier implements Notifier {

    private static final Logger log = LoggerFactory.getLogger(LoggingNotifier.class);

    @Override
    public void deliver(Notification notification) {
        log.info(
                "{} to {}: {}",
                notification.kind().chinese(),
                notification.recipient(),
                notification.text().chinese());
    }
}
