package cn.huiying.app.wiring;

import cn.huiying.app.rebuilding.ParkedLetters;
import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.command.common.SqliteTokens;
import cn.huiying.query.common.Generation.Tokens;
import cn.huiying.query.common.ReadModel;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.common.TokensAfterDocuments;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/**
 * The event processors: each read model has one thread that takes whatever has gathered, folds it in memory and writes once.
 * An event that a read model can't fold is parked with what follows in its stream; any other fault stops the processor, which tries
 * again. Nothing is skipped.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {

    /** What one write may cover: whole lives of petitions when history is read again, one event in quiet times. */
    private static final int BATCH = 5_000;

    /** How close batches may follow each other; what is read by people soon, what is swept every ten seconds late. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration LATE = Duration.ofMillis(50);

    /** Every read model there is, with its pace; a guard compares it with the processing groups. */
    static final Map<String, Duration> READ_MODELS = Map.ofEntries(
            Map.entry("agency-directory", SOON),
            Map.entry("enterprises", SOON),
            Map.entry("erasures", SOON),
            Map.entry("work-queue", SOON),
            Map.entry("supervision-orders", SOON),
            Map.entry("assessments", SOON),
            Map.entry("suggestions", SOON),
            Map.entry("reports", SOON),
            Map.entry("listing", SOON),
            Map.entry("listing-history", LATE),
            Map.entry("policies", SOON),
            Map.entry("statistics", LATE),
            Map.entry("statistics-history", LATE),
            Map.entry("supervision-board", SOON));

    static final String IN_SQLITE = "due-list";

    static final String IN_OUTBOX = "notifications";

    static final String REACTING = "supervision-reactions";

    static final String PUSHING = "policy-reactions";

    static final String ERASING = "erasure-reactions";

    @Bean
    ReadPositions readPositions(EventStore eventStore) {
        return new ReadPositions(eventStore);
    }

    @Bean
    ConfigurerModule processors(
            List<ReadModel> models,
            @Qualifier("dueListTokens") ObjectProvider<SqliteTokens> dueListTokens,
            @Qualifier("outboxTokens") ObjectProvider<SqliteTokens> outboxTokens,
            @Qualifier("reactionsTokens") ObjectProvider<SqliteTokens> reactionsTokens,
            @Qualifier("policyReactionsTokens") ObjectProvider<SqliteTokens> policyReactionsTokens,
            @Qualifier("erasureReactionsTokens") ObjectProvider<SqliteTokens> erasureReactionsTokens,
            ReadPositions positions) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.usingTrackingEventProcessors();
            processing.registerDefaultErrorHandler(c -> PropagatingErrorHandler.INSTANCE);
            processing.registerDefaultListenerInvocationErrorHandler(
                    c -> org.axonframework.eventhandling.PropagatingErrorHandler.instance());
            for (ReadModel model : models) {
                register(processing, model.name(), READ_MODELS.get(model.name()), positions, model::tokens);
                processing.registerDeadLetterQueue(model.name(), c -> new ParkedLetters(model, c.eventStore()));
            }
            registerOther(processing, IN_SQLITE, dueListTokens, positions);
            registerOther(processing, IN_OUTBOX, outboxTokens, positions);
            registerOther(processing, REACTING, reactionsTokens, positions);
            registerOther(processing, PUSHING, policyReactionsTokens, positions);
            registerOther(processing, ERASING, erasureReactionsTokens, positions);
        };
    }

    /** What sends, reacts or sweeps stops at a fault: to pass an event over and come back to it would change what is sent. */
    private static void registerOther(
            EventProcessingConfigurer processing,
            String name,
            ObjectProvider<SqliteTokens> own,
            ReadPositions positions) {
        own.ifAvailable(tokens -> register(processing, name, LATE, positions, () -> new Tokens(tokens, name)));
    }

    @Bean
    @ConditionalOnExpression("'${huiying.side}' != 'command'")
    ReadModels readModels(
            List<ReadModel> models,
            EventProcessingConfiguration processing,
            org.axonframework.config.Configuration framework,
            EventStore eventStore,
            ReadPositions positions,
            InstantSource clock) {
        return new ReadModels(models, processing, framework, eventStore, positions, clock);
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            Duration pace,
            ReadPositions positions,
            Supplier<Tokens> tokens) {
        processing.registerTokenStore(name, c -> new TokensAfterDocuments(tokens, positions::reached));
        processing.registerTrackingEventProcessor(
                name, c -> new PacedSource(c.eventStore(), pace), c -> configuration(name, positions));
    }

    private static TrackingEventProcessorConfiguration configuration(String name, ReadPositions positions) {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(BATCH)
                // Not the framework's replay token: what has never been read is not read again.
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andEventAvailabilityTimeout(Duration.ofMillis(500).toMillis(), TimeUnit.MILLISECONDS)
                .andEventTrackerStatusChangeListener(new Passing(name, positions));
    }

    /** Events that a read model has no use for move its token only twice a second; they can be seen in it at once. */
    private record Passing(String name, ReadPositions positions) implements EventTrackerStatusChangeListener {

        @Override
        public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> segments) {
            segments.values().forEach(segment -> segment.getCurrentPosition()
                    .ifPresent(position -> positions.reached(name, position)));
        }

        @Override
        public boolean validatePositions() {
            return true;
        }
    }
}
