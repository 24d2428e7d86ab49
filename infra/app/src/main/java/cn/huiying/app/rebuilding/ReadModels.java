package cn.huiying.app.rebuilding;

import cn.huiying.query.common.ContentDigest;
import cn.huiying.query.common.Generation;
import cn.huiying.query.common.ReadModel;
import cn.huiying.query.common.ReadModel.Beside;
import cn.huiying.query.common.ReadModel.Former;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.common.TokensAfterDocuments;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The read models as they are operated: where they are, what they hold, what they hold back, and how they are built again beside
 * themselves. Safe for many threads.
 */
public class ReadModels implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadModels.class);

    /** Larger than that of a live one, for nobody waits for it; several are in memory at once where several are built. */
    private static final int BATCH = 5_000;
    /** How far a new generation may be behind when the read model stands still for the switch. */
    private static final long NEAR = 1_000;
    /** How long it stands still at most. */
    private static final Duration SWITCH = Duration.ofSeconds(30);
    /** After which time in error and without progress a rebuild is given up. */
    private static final Duration GIVE_UP = Duration.ofMinutes(1);
    /** After which time nobody reads a former generation any more; a request has 20 s. */
    private static final Duration READ_TO_THE_END = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** @param position up to which every event is in it, or is parked */
    public record Digest(String digest, long documents, long position, Instant at) {}

    private final Map<String, ReadModel> models = new TreeMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private final Map<String, Rebuild> rebuilds = new ConcurrentHashMap<>();
    private final Map<String, Digest> digests = new ConcurrentHashMap<>();
    private final EventProcessingConfiguration processing;
    private final Configuration framework;
    private final EventStore eventStore;
    private final SharedLog shared;
    private final ReadPositions positions;
    private final InstantSource clock;
    private final ScheduledExecutorService deleting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("former-generations").factory());
    private volatile boolean running;

    public ReadModels(
            List<ReadModel> models,
            EventProcessingConfiguration processing,
            Configuration framework,
            EventStore eventStore,
            ReadPositions positions,
            InstantSource clock) {
        models.forEach(model -> this.models.put(model.name(), model));
        this.processing = processing;
        this.framework = framework;
        this.eventStore = eventStore;
        shared = new SharedLog(eventStore);
        this.positions = positions;
        this.clock = clock;
    }

    /** The names of all. */
    public Set<String> names() {
        return models.keySet();
    }

    /** @throws Refused where there is none */
    private ReadModel model(String name) {
        ReadModel model = models.get(name);
        if (model != null) {
            return model;
        }
        throw processing.eventProcessors().containsKey(name)
                ? Refused.notFound(
                        "no-read-model",
                        "“" + name + "”不是读模型:它发出通知、命令或到期提醒,不能重做。",
                        "“" + name
                                + "” is no read model: it sends notifications, commands or what is due, and must not do so again.")
                : Refused.notFound(
                        "projection-not-found",
                        "没有名为“" + name + "”的读模型。",
                        "There is no read model called “" + name + "”.");
    }

    private TrackingEventProcessor processor(String name) {
        return processing.eventProcessor(name, TrackingEventProcessor.class).orElseThrow();
    }

    private ParkedLetters letters(String name) {
        return (ParkedLetters) processing.deadLetterQueue(name).orElseThrow();
    }

    /** Whether its processor runs, and without an error; for a moment of its own making it may stand still. */
    public boolean works(String name) {
        TrackingEventProcessor processor = processor(model(name).name());
        return isPaused(name) || processor.isRunning() && fault(processor).isEmpty();
    }

    /** Whether it stands still for a moment, for a switch, a digest or another try of what is parked. */
    public boolean isPaused(String name) {
        return paused.contains(name);
    }

    /** Why its processor does not go on, or tries again; an event that can't be folded is tried once more before it is parked. */
    public Optional<String> fault(String name) {
        return fault(processor(model(name).name()));
    }

    /** The same of any processor. */
    public static Optional<String> fault(TrackingEventProcessor processor) {
        // One that tries again is not “in error” itself; its segment is.
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> String.valueOf(status.getError()))
                .findFirst()
                .or(() -> processor.isError() ? Optional.of("its processor has ceased") : Optional.empty());
    }

    public long position(String name) {
        return positions.of(model(name).name());
    }

    /** What the read model held when it was looked at last. */
    public Optional<Digest> lastDigest(String name) {
        return Optional.ofNullable(digests.get(model(name).name()));
    }

    /** The rebuild that is running, or was the last one. */
    public Optional<Rebuild> lastRebuild(String name) {
        return Optional.ofNullable(rebuilds.get(model(name).name()));
    }

    /** What it holds back. */
    public List<ParkedLetters.Stream> parked(String name) {
        return letters(model(name).name()).streams();
    }

    private interface Still<T> {
        T at(long position) throws InterruptedException;
    }

    /** Does something while the read model is read but not written. */
    private <T> T paused(String name, Still<T> work) throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
        lock.lock();
        try {
            paused.add(name);
            TrackingEventProcessor processor = processor(name);
            processor.shutDown();
            try {
                return work.at(positions.of(name));
            } finally {
                processor.start();
                paused.remove(name);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks at what it holds now. */
    public Digest digest(String name) throws InterruptedException {
        ReadModel model = model(name);
        record Content(long position, Supplier<ContentDigest> content) {}
        Content still = paused(name, position -> new Content(position, model.content()));
        return digested(name, still.content().get(), still.position());
    }

    /**
     * Looks at what it held at an earlier position: what the log comes to up to there, in a generation beside it that is dropped again.
     *
     * @param position at most that of the read model
     * @throws Refused where it is being built again
     */
    public Digest digestAt(String name, long position) throws InterruptedException {
        ReadModel model = model(name);
        Rebuild folding = begin(name, position);
        Beside beside = model.beside();
        TrackingEventProcessor builder = builder(name, beside, folding, () -> position);
        try {
            builder.start();
            Progress progress = new Progress(builder, folding);
            while (folding.position() < position) {
                goOn();
                progress.check();
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
            }
            builder.shutDown();
            ContentDigest content = beside.generation().content().get();
            return new Digest(content.toString(), content.documents(), position, clock.instant());
        } finally {
            builder.shutDown();
            beside.drop().run();
            rebuilds.remove(name, folding);
        }
    }

    private Digest digested(String name, ContentDigest content, long position) {
        Digest digest = new Digest(content.toString(), content.documents(), position, clock.instant());
        digests.put(name, digest);
        return digest;
    }

    /**
     * Tries again what is held back, each stream in its order up to where one fails again.
     *
     * @param stream this one only; null for all
     */
    public List<ParkedLetters.Stream> retry(String name, String stream) throws InterruptedException {
        ParkedLetters letters = letters(model(name).name());
        return paused(name, position -> {
            var processor = processing.sequencedDeadLetterProcessor(name).orElseThrow();
            for (ParkedLetters.Stream held : letters.streams()) {
                if (stream == null || stream.equals(held.stream())) {
                    processor.process(
                            letter -> ParkedLetters.stream(letter.message()).equals(held.stream()));
                }
            }
            return letters.streams();
        });
    }

    /**
     * Begins to build it again.
     *
     * @throws Refused where that is under way
     */
    public Rebuild rebuild(String name) {
        ReadModel model = model(name);
        Rebuild rebuild = begin(name, positions.head());
        rebuild.run(Thread.ofPlatform().name("rebuild-" + name).unstarted(() -> run(model, rebuild)));
        return rebuild;
    }

    private Rebuild begin(String name, long target) {
        Rebuild rebuild = new Rebuild(clock.instant(), target);
        rebuilds.compute(name, (key, last) -> {
            if (last != null && last.isRunning()) {
                throw new Refused(new Refusal(
                        Refusal.Kind.STATE,
                        "rebuild-running",
                        "“" + name + "”正在重建,请等它完成。",
                        "“" + name + "” is being built again already; wait for that.",
                        Rebuild.State.RUNNING.name(),
                        List.of()));
            }
            return rebuild;
        });
        return rebuild;
    }

    private void run(ReadModel model, Rebuild rebuild) {
        String name = model.name();
        Beside beside = null;
        TrackingEventProcessor builder = null;
        boolean switched = false;
        try {
            beside = model.beside();
            builder = builder(name, beside, rebuild, () -> positions.of(name));
            builder.start();
            follow(name, builder, rebuild);
            Beside ready = beside;
            TrackingEventProcessor stopping = builder;
            record Switched(long position, Supplier<ContentDigest> content, Former former) {}
            Switched done = paused(name, position -> {
                bringTo(position, rebuild);
                stopping.shutDown();
                Generation generation = ready.generation();
                Generation.Tokens tokens = generation.tokens();
                if (position > 0) {
                    tokens.store().storeToken(new GlobalSequenceTrackingToken(position), tokens.name(), 0);
                }
                tokens.store().releaseClaim(tokens.name(), 0);
                Supplier<ContentDigest> content = generation.content();
                Former former = ready.takeOver().get();
                letters(name).reload();
                return new Switched(position, content, former);
            });
            switched = true;
            rebuild.switched();
            deleting.schedule(done.former().delete(), READ_TO_THE_END.toSeconds(), TimeUnit.SECONDS);
            Digest now = digested(name, done.content().get(), done.position());
            String before = done.former().content().get().toString();
            boolean same = before.equals(now.digest());
            rebuild.done(clock.instant(), before, same);
            if (same) {
                log.info("{} was built again up to {}; it holds the same", name, done.position());
            } else {
                log.warn(
                        "{} was built again up to {} and holds something else than before: {} instead of {}",
                        name,
                        done.position(),
                        now.digest(),
                        before);
            }
        } catch (InterruptedException e) {
            rebuild.failed(clock.instant(), "The platform stopped");
        } catch (RuntimeException e) {
            log.error("{} was not built again; what there was goes on", name, e);
            rebuild.failed(clock.instant(), e.getMessage());
        } finally {
            if (!switched && beside != null) {
                if (builder != null) {
                    builder.shutDown();
                }
                beside.drop().run();
            }
        }
    }

    private TrackingEventProcessor builder(String name, Beside beside, Rebuild rebuild, LongSupplier upTo) {
        DeadLetteringEventHandlerInvoker invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(beside.projection())
                .parameterResolverFactory(framework.parameterResolverFactory())
                .handlerDefinition(
                        framework.handlerDefinition(beside.projection().getClass()))
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .queue(new ParkedLetters(beside.generation(), eventStore))
                .transactionManager(NoTransactionManager.instance())
                .build();
        return TrackingEventProcessor.builder()
                .name(name + " beside")
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(shared.upTo(upTo, invoker::canHandleType))
                .tokenStore(new TokensAfterDocuments(
                        beside.generation()::tokens, (processor, position) -> rebuild.reached(position)))
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andEventAvailabilityTimeout(50, TimeUnit.MILLISECONDS)
                        .andEventTrackerStatusChangeListener(new Passing(rebuild)))
                .build();
    }

    /** Events that the read model has no use for are passed, too. */
    private record Passing(Rebuild rebuild) implements EventTrackerStatusChangeListener {

        @Override
        public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> segments) {
            segments.values().forEach(segment -> segment.getCurrentPosition().ifPresent(rebuild::reached));
        }

        @Override
        public boolean validatePositions() {
            return true;
        }
    }

    /** Whether a generation in the making goes on; an error alone says nothing, for a batch fails once before its event is parked. */
    private static final class Progress {

        private final TrackingEventProcessor builder;
        private final Rebuild rebuild;
        private long last = -1;
        private long since = System.nanoTime();

        Progress(TrackingEventProcessor builder, Rebuild rebuild) {
            this.builder = builder;
            this.rebuild = rebuild;
        }

        /** @throws IllegalStateException where it is to be given up */
        void check() {
            if (rebuild.position() != last) {
                last = rebuild.position();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > GIVE_UP.toNanos()) {
                fault(builder).ifPresent(why -> {
                    throw new IllegalStateException("At " + last + ": " + why);
                });
            }
        }
    }

    /** Until the new generation is nearly as far as the one that is read. */
    private void follow(String name, TrackingEventProcessor builder, Rebuild rebuild) throws InterruptedException {
        Progress progress = new Progress(builder, rebuild);
        while (rebuild.position() < positions.of(name) - NEAR || rebuild.position() == 0 && positions.of(name) > 0) {
            goOn();
            rebuild.aimAt(positions.head());
            progress.check();
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
    }

    /** Nothing is interrupted, for what is half-built has to be deleted. */
    private void goOn() throws InterruptedException {
        if (!running) {
            throw new InterruptedException("The platform stops");
        }
    }

    private void bringTo(long position, Rebuild rebuild) throws InterruptedException {
        long deadline = System.nanoTime() + SWITCH.toNanos();
        while (rebuild.position() < position) {
            goOn();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The new generation stays behind at " + rebuild.position() + " of " + position);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** First of all, for the processors must not be started again by a rebuild once they have stopped. */
    @Override
    public void stop() {
        running = false;
        rebuilds.values().forEach(Rebuild::join);
        // What was not deleted yet is deleted at the next start.
        deleting.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
