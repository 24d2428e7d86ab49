package cn.huiying.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.eventstore.TailingEventStore;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StuckProcessorsTest {

    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final AtomicLong position = new AtomicLong();
    private SqliteEventStorageEngine engine;
    private TrackingEventProcessor processor;

    /** Can't write what it is handed until it is mended. */
    private final class Handler {

        @EventHandler
        void on(String event) {
            if (broken.get()) {
                throw new IllegalStateException("no room on the disk");
            }
            position.incrementAndGet();
        }
    }

    @BeforeEach
    void publish(@TempDir Path folder) {
        engine = SqliteEventStorageEngine.builder()
                .file(folder.resolve("events.sqlite"))
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(EventSerialization.serializer())
                .snapshotSerializer(EventSerialization.serializer())
                .build();
        TailingEventStore log = new TailingEventStore(engine);
        log.publish(GenericEventMessage.asEventMessage("happened"));
        processor = TrackingEventProcessor.builder()
                .name("writing")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler())
                        .listenerInvocationErrorHandler(
                                org.axonframework.eventhandling.PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(log)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .build();
        processor.start();
    }

    @AfterEach
    void close() {
        processor.shutDown();
        engine.close();
    }

    @Test
    void one_that_tries_the_same_event_in_vain_is_named_with_the_cause_until_it_gets_further() {
        StuckProcessors atOnce = new StuckProcessors(Duration.ZERO);
        StuckProcessors patient = new StuckProcessors(Duration.ofHours(1));

        await().until(() -> atOnce.cause(processor, position.get(), 1).isPresent());
        assertThat(atOnce.cause(processor, position.get(), 1).orElseThrow()).contains("no room on the disk");
        assertThat(processor.isError()).as("it tries again").isFalse();
        assertThat(patient.cause(processor, position.get(), 1)).isEmpty();

        broken.set(false);
        await().until(() -> position.get() == 1);
        await().until(() -> atOnce.cause(processor, position.get(), 1).isEmpty());
    }

    @Test
    void one_that_had_an_error_with_nothing_left_to_read_is_well_again_without_another_event() {
        StuckProcessors atOnce = new StuckProcessors(Duration.ZERO);
        await().until(() -> atOnce.cause(processor, 0, 0).isPresent());

        broken.set(false);
        await().until(() -> position.get() == 1);
        await().until(() -> atOnce.cause(processor, 0, 0).isEmpty());
    }
}
