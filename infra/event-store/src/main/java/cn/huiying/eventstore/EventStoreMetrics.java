package cn.huiying.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What an operator watches. Gauges go with the store that they look at. */
final class EventStoreMetrics implements AutoCloseable {

    private static final String PREFIX = "huiying.eventstore.";

    private final MeterRegistry registry;
    private final Timer append;
    private final DistributionSummary groupSize;
    private final Counter appended;
    private final Counter conflicts;
    private final List<Meter> gauges = new ArrayList<>();

    EventStoreMetrics(MeterRegistry registry) {
        this.registry = registry;
        append = Timer.builder(PREFIX + "append")
                .description("From the call to the acknowledgement: waiting, writing, fsync")
                .register(registry);
        groupSize = DistributionSummary.builder(PREFIX + "group.size")
                .baseUnit("events")
                .description("Events that shared one fsync")
                .register(registry);
        appended = Counter.builder(PREFIX + "events.appended")
                .description("Events stored since the start")
                .register(registry);
        conflicts = Counter.builder(PREFIX + "conflicts")
                .description("Appends refused because somebody else was faster")
                .register(registry);
    }

    void gauge(String name, String unit, String description, Supplier<Number> value) {
        gauges.add(Gauge.builder(PREFIX + name, value)
                .baseUnit(unit)
                .description(description)
                .strongReference(true)
                .register(registry));
    }

    void timed(Runnable write) {
        append.record(write);
    }

    void committed(int events) {
        groupSize.record(events);
        appended.increment(events);
    }

    void conflict() {
        conflicts.increment();
    }

    @Override
    public void close() {
        gauges.forEach(registry::remove);
    }
}
