package cn.huiying.app.wiring;

import cn.huiying.command.common.CommandMetadata;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.eventstore.TailingEventStore;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The log, how events rest in it, and what metadata follows from commands to events. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return EventSerialization.serializer();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(Serializer serializer) {
        return serializer;
    }

    /** Nothing here is transactional but the log, which commits by itself; each read model stores its token last. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.INSTANCE;
    }

    @Bean
    CorrelationDataProvider whoAndWhy() {
        return ofCommands(new SimpleCorrelationDataProvider(
                Actor.ID,
                Actor.ROLE,
                Actor.AGENCY,
                Actor.DISTRICT,
                CommandMetadata.IDEMPOTENCY_KEY,
                CommandMetadata.REQUEST_DIGEST));
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return ofCommands(new MessageOriginProvider(CommandMetadata.CAUSATION_ID, CommandMetadata.CORRELATION_ID));
    }

    /** Read models send nothing on: for them no metadata of an event is decoded. */
    private static CorrelationDataProvider ofCommands(CorrelationDataProvider provider) {
        return message -> message instanceof EventMessage ? Map.of() : provider.correlationDataFor(message);
    }

    /** The embedded log, where no Axon Server is named. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    static class Embedded {

        @Bean(destroyMethod = "close")
        SqliteEventStorageEngine eventStorageEngine(
                PlatformProperties properties, Serializer serializer, MeterRegistry meters) throws IOException {
            Files.createDirectories(properties.data());
            return SqliteEventStorageEngine.builder()
                    .file(properties.data().resolve("events.sqlite"))
                    .meterRegistry(meters)
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .upcasterChain(EventSerialization.upcasters())
                    .build();
        }

        @Bean
        TailingEventStore eventStore(SqliteEventStorageEngine engine) {
            return new TailingEventStore(engine);
        }
    }

    /** Upcasters reach Axon Server's event store through the framework's own chain. */
    @Bean
    ConfigurerModule upcasters() {
        return configurer -> configurer.registerEventUpcaster(
                c -> events -> EventSerialization.upcasters().upcast(events));
    }
}
