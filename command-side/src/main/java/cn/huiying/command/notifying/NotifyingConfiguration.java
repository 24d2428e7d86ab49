package cn.huiying.command.notifying;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.common.SqliteTokens;
import cn.huiying.command.organisation.Agencies;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/**
 * The outbox and its delivery. Imported by the application, not found by the scan: of several command nodes one has it.
 */
public class NotifyingConfiguration {

    @Bean(destroyMethod = "close")
    SqliteDatabase outboxDatabase(NotifyingSettings settings) {
        return new SqliteDatabase(
                settings.file(),
                Stream.concat(Arrays.stream(SqliteOutbox.SCHEMA), Stream.of(SqliteTokens.SCHEMA))
                        .toArray(String[]::new));
    }

    @Bean
    Outbox outbox(@Qualifier("outboxDatabase") SqliteDatabase database, Agencies agencies, EventStore eventStore) {
        return new SqliteOutbox(database, agencies::isOrIsUnder, () -> {
            TrackingToken head = eventStore.createHeadToken();
            return head == null ? 0 : head.position().orElse(0);
        });
    }

    @Bean
    SqliteTokens outboxTokens(@Qualifier("outboxDatabase") SqliteDatabase database) {
        return new SqliteTokens(database);
    }

    @Bean
    NotificationProjection notificationProjection(Outbox outbox) {
        return new NotificationProjection(outbox);
    }

    @Bean
    Notifier notifier(NotifyingSettings settings, InstantSource clock) {
        return settings.url() == null
                ? new LoggingNotifier()
                : new WebhookNotifier(settings.url(), settings.secret(), clock);
    }

    @Bean
    DeliveringNotifications deliveringNotifications(
            Outbox outbox, Notifier notifier, InstantSource clock, RandomGenerator chance) {
        return new DeliveringNotifications(outbox, notifier, clock, chance);
    }
}
