package cn.huiying.app.wiring;

import cn.huiying.command.notifying.DeliveringNotifications;
import cn.huiying.command.notifying.DeliveringNotifications.Outcome;
import cn.huiying.command.notifying.NotifyingConfiguration;
import cn.huiying.command.notifying.NotifyingSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** The outbox of the command side, and its delivery while the platform runs. Of several command nodes exactly one has it on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${huiying.side}' != 'query' and ${huiying.notifications.enabled}")
@Import(NotifyingConfiguration.class)
class NotificationsConfiguration {

    @Bean
    NotifyingSettings notifyingSettings(PlatformProperties properties) {
        return NotifyingSettings.of(
                properties.data().resolve("outbox.sqlite"),
                properties.notifications().webhookUrl(),
                properties.notifications().webhookSecret());
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
    Deliverer deliverer(
            DeliveringNotifications delivering,
            MeterRegistry meters,
            @Value("${huiying.notifications.deliver-every:PT1S}") Duration every) {
        return new Deliverer(delivering, meters, every);
    }

    /** Delivers until nothing is due, then waits. On a thread of its own: a receiver that is slow must not hold up the sweep. */
    static final class Deliverer {

        private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

        private final DeliveringNotifications delivering;
        private final Duration every;
        private final Map<Outcome, Counter> attempts = new EnumMap<>(Outcome.class);
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("notifications").daemon().factory());

        Deliverer(DeliveringNotifications delivering, MeterRegistry meters, Duration every) {
            this.delivering = delivering;
            this.every = every;
            Gauge.builder("huiying.notifications.pending", delivering, DeliveringNotifications::pending)
                    .description("Notifications that wait for their delivery")
                    .register(meters);
            Gauge.builder("huiying.notifications.dead", delivering, DeliveringNotifications::dead)
                    .description("Notifications that were given up")
                    .register(meters);
            for (Outcome outcome : Outcome.values()) {
                attempts.put(
                        outcome,
                        Counter.builder("huiying.notifications.attempts")
                                .description("Attempts to deliver a notification, by what became of them")
                                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                .register(meters));
            }
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            thread.scheduleWithFixedDelay(this::deliver, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            thread.scheduleWithFixedDelay(this::prune, 0, 1, TimeUnit.DAYS);
        }

        private void deliver() {
            try {
                int done;
                do {
                    done = delivering.deliverDue(
                            outcome -> attempts.get(outcome).increment());
                } while (done > 0 && !thread.isShutdown());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("The outbox can't be used now; it is tried again.", e);
            }
        }

        private void prune() {
            try {
                delivering.prune();
            } catch (RuntimeException e) {
                log.error("The outbox can't be used now; it is tried again.", e);
            }
        }

        /** Waits for the notification that is being delivered: after this the outbox is closed. */
        void stop() throws InterruptedException {
            thread.shutdownNow();
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("A notification may be delivered a second time after the next start.");
            }
        }
    }
}
