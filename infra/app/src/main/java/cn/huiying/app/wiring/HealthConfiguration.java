package cn.huiying.app.wiring;

import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.query.common.ReadPositions;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health that names what is behind or down, and the positions and lags as metrics. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** How far a read model may be behind before health says so. */
    private static final long BEHIND = 10_000;

    /** How long the same event may be tried; one that can't be folded is parked after a second. */
    private static final Duration TRIED = Duration.ofSeconds(30);

    @Bean
    HealthIndicator logHealth(ObjectProvider<SqliteEventStorageEngine> embedded) {
        return () -> {
            Optional<String> reason =
                    Optional.ofNullable(embedded.getIfAvailable()).flatMap(SqliteEventStorageEngine::readOnlyReason);
            return reason.map(why -> Health.down().withDetail("readOnly", why).build())
                    .orElseGet(() -> Health.up().build());
        };
    }

    @Bean
    HealthIndicator documentsHealth(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }

    @Bean
    HealthIndicator clockHealth(SteadyClock clock) {
        return () -> (clock.doubted()
                        ? Health.down()
                                .withDetail(
                                        "jumped", "The machine's clock jumped; the platform goes on with its own time.")
                        : Health.up())
                .build();
    }

    @Bean
    HealthIndicator projectionsHealth(
            EventProcessingConfiguration processing, ReadPositions positions, ObjectProvider<ReadModels> readModels) {
        StuckProcessors stuck = new StuckProcessors(TRIED);
        return () -> {
            long head = positions.head();
            Health.Builder health = Health.up();
            List<String> faults = new ArrayList<>();
            ReadModels models = readModels.getIfAvailable();
            for (String name : processing.eventProcessors().keySet()) {
                TrackingEventProcessor processor = processing
                        .eventProcessor(name, TrackingEventProcessor.class)
                        .orElseThrow();
                long position = positions.of(name);
                boolean stopped =
                        (!processor.isRunning() || processor.isError()) && (models == null || !models.isPaused(name));
                Optional<String> cause = stuck.cause(processor, position, head);
                if (stopped || cause.isPresent() || head - position > BEHIND) {
                    faults.add(name + (stopped || cause.isPresent() ? " is stopped by an error at " : " is behind at ")
                            + position + " of " + head
                            + cause.map(why -> ": " + why).orElse(""));
                }
                health.withDetail(name, position);
            }
            health.withDetail("log", head);
            // No reason to be down: everything else goes on, and a restart would bring nothing.
            Map<String, List<String>> parked = parked(models);
            if (!parked.isEmpty()) {
                health.withDetail("parked", parked);
            }
            return faults.isEmpty()
                    ? health.build()
                    : health.down().withDetail("faults", faults).build();
        };
    }

    /** Which streams each read model holds back, and why. */
    private static Map<String, List<String>> parked(ReadModels models) {
        Map<String, List<String>> parked = new TreeMap<>();
        if (models != null) {
            for (String name : models.names()) {
                List<String> streams = models.parked(name).stream()
                        .map(held ->
                                held.stream() + " at " + held.position() + ", " + held.event() + ": " + held.cause())
                        .toList();
                if (!streams.isEmpty()) {
                    parked.put(name, streams);
                }
            }
        }
        return parked;
    }

    @Bean
    MeterBinder projectionMeters(EventProcessingConfiguration processing, ReadPositions positions) {
        return (MeterRegistry meters) -> processing.eventProcessors().keySet().forEach(name -> {
            Gauge.builder("huiying.projection.position", positions, read -> read.of(name))
                    .description("Position of the last event that can be seen in the read model")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("huiying.projection.lag", positions, read -> Math.max(0, read.head() - read.of(name)))
                    .description("Events of the log that can't be seen in the read model yet")
                    .tag("projection", name)
                    .register(meters);
        });
    }

    @Bean
    MeterBinder parkedMeters(ObjectProvider<ReadModels> readModels) {
        return (MeterRegistry meters) ->
                readModels.ifAvailable(models -> models.names().forEach(name -> {
                    Gauge.builder("huiying.projection.parked", models, read -> read.parked(name)
                                    .size())
                            .description(
                                    "Streams that a read model holds back since an event of theirs can't be folded")
                            .tag("projection", name)
                            .register(meters);
                    Gauge.builder("huiying.projection.differed", models, read -> read.lastRebuild(name)
                                    .map(rebuild -> Boolean.FALSE.equals(rebuild.same()) ? 1 : 0)
                                    .orElse(0))
                            .description(
                                    "1 where the last rebuild of a read model found something else than what there was")
                            .tag("projection", name)
                            .register(meters);
                }));
    }
}
