package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Outbox.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due, in order for each recipient: a failed one holds back those behind it until it gets through or is given
 * up. It is marked after it was delivered, so that a crash between the two delivers it a second time, with the same id.
 */
public class DeliveringNotifications {

    private static final Logger log = LoggerFactory.getLogger(DeliveringNotifications.class);
    private static final int AT_ONCE = 100;

    /** How long the outbox shows what was delivered. It only shows it: what keeps things from being told twice is the mark. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** What became of one attempt. */
    public enum Outcome {
        DELIVERED,
        FAILED,
        DEAD
    }

    /** Is told what became of each attempt. */
    @FunctionalInterface
    public interface Watch {
        void attempted(Outcome outcome);
    }

    private final Outbox outbox;
    private final Notifier notifier;
    private final InstantSource clock;
    private final RandomGenerator chance;

    DeliveringNotifications(Outbox outbox, Notifier notifier, InstantSource clock, RandomGenerator chance) {
        this.outbox = outbox;
        this.notifier = notifier;
        this.clock = clock;
        this.chance = chance;
    }

    /** @return how many got through or were given up */
    public int deliverDue(Watch watch) throws InterruptedException {
        int done = 0;
        for (String recipient : outbox.recipientsDueBy(clock.instant(), AT_ONCE)) {
            for (Pending pending : outbox.dueBy(clock.instant(), recipient, AT_ONCE)) {
                Outcome outcome = deliver(pending);
                watch.attempted(outcome);
                if (outcome == Outcome.FAILED) {
                    break;
                }
                done++;
            }
        }
        return done;
    }

    private Outcome deliver(Pending pending) throws InterruptedException {
        Notification notification = pending.notification();
        try {
            notifier.deliver(notification);
        } catch (NotDelivered e) {
            return failed(pending, e.getMessage(), e.isForGood(), e.retryAfter());
        } catch (RuntimeException e) {
            return failed(pending, e.toString(), false, Duration.ZERO);
        }
        outbox.delivered(notification.id());
        return Outcome.DELIVERED;
    }

    private Outcome failed(Pending pending, String error, boolean forGood, Duration retryAfter) {
        String id = pending.notification().id();
        int failures = pending.attempts() + 1;
        if (forGood || failures >= BackOff.ATTEMPTS) {
            outbox.dead(id, error);
            log.error(
                    "{} ({}) to {} is given up after {} attempts: {}",
                    id,
                    pending.notification().kind(),
                    pending.notification().recipient(),
                    failures,
                    error);
            return Outcome.DEAD;
        }
        Duration wait = BackOff.after(failures, chance);
        Instant next = clock.instant().plus(wait.compareTo(retryAfter) < 0 ? retryAfter : wait);
        outbox.failed(id, next, error);
        return Outcome.FAILED;
    }

    /** Removes what was delivered long ago. */
    public int prune() {
        return outbox.prune(clock.instant().minus(KEPT));
    }

    public int pending() {
        return outbox.pending();
    }

    public int dead() {
        return outbox.dead();
    }
}
