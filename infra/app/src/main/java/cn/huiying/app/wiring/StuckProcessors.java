package cn.huiying.app.wiring;

import cn.huiying.app.rebuilding.ReadModels;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * Which processors try the same event in vain: one whose event is parked, or is written at the next try, does not. Safe for many
 * threads.
 */
final class StuckProcessors {

    private record Fault(long position, long sinceNanos, String cause) {}

    private final Duration patience;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    /** @param patience for how long one may be at the same position before it counts as stuck */
    StuckProcessors(Duration patience) {
        this.patience = patience;
    }

    /**
     * Looks at a processor; to be asked again and again.
     *
     * @param position up to which it has come
     * @param head     of the log
     * @return the cause where it is stuck
     */
    Optional<String> cause(TrackingEventProcessor processor, long position, long head) {
        // In the middle of a try there is no error to be seen; what was seen before it holds until it gets further, or
        // has nothing
        // left to try.
        Fault fault = faults.compute(processor.getName(), (name, known) -> {
            Fault same = known != null && known.position() == position ? known : null;
            return ReadModels.fault(processor)
                    .map(cause -> new Fault(position, same == null ? System.nanoTime() : same.sinceNanos(), cause))
                    .orElse(position < head ? same : null);
        });
        return Optional.ofNullable(fault)
                .filter(since -> System.nanoTime() - since.sinceNanos() >= patience.toNanos())
                .map(Fault::cause);
    }
}
