package cn.huiying.app.wiring;

import cn.huiying.command.common.SqliteTokens;
import cn.huiying.query.board.CurrentBoard;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.common.TokensAfterDocuments;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.policy.PolicyIndex;
import cn.huiying.query.statistics.Cube;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/**
 * The event processors: each read model has one thread that takes whatever has gathered, folds it in memory and writes once.
 * A fault stops the processor at the event and it tries again; nothing is skipped.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {

    /** What one write may cover: whole lives of petitions when history is read again, one event in quiet times. */
    private static final int BATCH = 5_000;

    /** How close batches may follow each other; what is read by people soon, what is swept every ten seconds late. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration LATE = Duration.ofMillis(50);

    /** Every processor there is; a guard compares it with the processing groups. */
    static final Map<String, Duration> IN_MONGO = Map.of(
            "agency-directory",
            SOON,
            "enterprises",
            SOON,
            "work-queue",
            SOON,
            "supervision-orders",
            SOON,
            "assessments",
            SOON,
            "suggestions",
            SOON,
            "reports",
            SOON);

    static final String LISTING = "listing";

    static final String POLICIES = "policies";

    static final String STATISTICS = "statistics";

    static final String IN_MEMORY = "supervision-board";

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
            TokenStore documentTokens,
            ObjectProvider<PetitionIndex> index,
            ObjectProvider<PolicyIndex> library,
            ObjectProvider<Cube> cube,
            ObjectProvider<CurrentBoard> boards,
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
            IN_MONGO.forEach((name, pace) ->
                    register(processing, name, pace, positions, new TokensAfterDocuments(documentTokens, positions)));
            dueListTokens.ifAvailable(tokens ->
                    register(processing, IN_SQLITE, LATE, positions, new TokensAfterDocuments(tokens, positions)));
            outboxTokens.ifAvailable(tokens ->
                    register(processing, IN_OUTBOX, LATE, positions, new TokensAfterDocuments(tokens, positions)));
            reactionsTokens.ifAvailable(tokens ->
                    register(processing, REACTING, LATE, positions, new TokensAfterDocuments(tokens, positions)));
            policyReactionsTokens.ifAvailable(tokens ->
                    register(processing, PUSHING, LATE, positions, new TokensAfterDocuments(tokens, positions)));
            erasureReactionsTokens.ifAvailable(tokens ->
                    register(processing, ERASING, LATE, positions, new TokensAfterDocuments(tokens, positions)));
            boards.ifAvailable(board -> register(
                    processing, IN_MEMORY, SOON, positions, new TokensAfterDocuments(board.tokens(), positions)));
            index.ifAvailable(listing -> register(
                    processing, LISTING, SOON, positions, new TokensAfterDocuments(listing.tokens(), positions)));
            library.ifAvailable(policies -> register(
                    processing, POLICIES, SOON, positions, new TokensAfterDocuments(policies.tokens(), positions)));
            cube.ifAvailable(facts -> register(
                    processing, STATISTICS, LATE, positions, new TokensAfterDocuments(facts.tokens(), positions)));
        };
    }

    private static void register(
            EventProcessingConfigurer processing,
            String name,
            Duration pace,
            ReadPositions positions,
            TokenStore tokens) {
        processing.registerTokenStore(name, c -> tokens);
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
