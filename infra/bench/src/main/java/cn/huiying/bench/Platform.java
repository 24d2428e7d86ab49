package cn.huiying.bench;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.shipping.ShippingTimeRules;
import cn.huiying.query.common.ReadPositions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

/** The real platform in this process, without its web server; or the same on a peer's event store. */
final class Platform implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private long startedAt;
    private double cpuAtStart;

    private Platform(Path data, String side, Peer peer, InstantSource clock) {
        List<String> options = new ArrayList<>(List.of(
                "--huiying.data=" + data,
                "--huiying.side=" + side,
                "--huiying.demo=false",
                "--huiying.offline=true",
                "--logging.level.root=warn"));
        if (peer != null) {
            options.add("--spring.main.allow-bean-definition-overriding=true");
        }
        context = new SpringApplicationBuilder(applicationClass())
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext starting) -> {
                    starting.registerBean("stopwatch", Stopwatch.class, () -> new Stopwatch());
                    if (clock != null) {
                        starting.registerBean(
                                "setClock",
                                InstantSource.class,
                                () -> clock,
                                definition -> definition.setPrimary(true));
                    }
                    if (peer != null) {
                        replace(starting, "eventStorageEngine", EventStorageEngine.class, peer::engine);
                        replace(starting, "eventStore", EventStore.class, () -> EmbeddedEventStore.builder()
                                .storageEngine(peer.engine())
                                .build());
                        if (!peer.tuned()) {
                            replace(starting, "petitionCache", Cache.class, () -> NoCache.INSTANCE);
                        }
                    }
                })
                .run(options.toArray(String[]::new));
        context.getBean(ShippingTimeRules.class).ship();
    }

    /** The command side alone. */
    static Platform commandSide(Path data) {
        return new Platform(data, "command", null, null);
    }

    /** The command side alone, at a time that is set. */
    static Platform commandSide(Path data, InstantSource clock) {
        return new Platform(data, "command", null, clock);
    }

    /** Both sides in one process, as it is run. */
    static Platform both(Path data) {
        return new Platform(data, "both", null, null);
    }

    /** The same command side on Axon's JDBC engine. */
    static Platform onPeer(Path data, Peer peer) {
        return new Platform(data, "command", peer, null);
    }

    /** By its name: the application is not a library. */
    private static Class<?> applicationClass() {
        try {
            return Class.forName("cn.huiying.app.HuiyingApplication");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The bench runs inside the platform's jar; use run.sh.", e);
        }
    }

    private static <T> void replace(
            GenericApplicationContext context, String name, Class<T> type, Supplier<T> supplier) {
        context.registerBean(name, type, supplier);
    }

    /** Notes when everything was made and the processors are about to start. */
    private final class Stopwatch implements SmartLifecycle {

        private boolean running;

        @Override
        public void start() {
            cpuAtStart = Machine.cpuSeconds();
            startedAt = System.nanoTime();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }

    CommandDoor door() {
        return bean(CommandDoor.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Names of all projections that run here. */
    List<String> projections() {
        return bean(EventProcessingConfiguration.class).eventProcessors().keySet().stream()
                .sorted()
                .toList();
    }

    /** @return seconds from the start of the processors until every projection has reached the log's head */
    double secondsToHead() throws InterruptedException {
        ReadPositions positions = bean(ReadPositions.class);
        for (String projection : projections()) {
            while (positions.of(projection) < positions.head()) {
                Thread.sleep(2);
            }
        }
        return (System.nanoTime() - startedAt) / 1e9;
    }

    /** What this process has used of the processors since then. */
    double cpuSecondsSinceStart() {
        return Machine.cpuSeconds() - cpuAtStart;
    }

    @Override
    public void close() {
        context.close();
    }
}
