package cn.huiying.query.listing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the index on disk every few seconds, off the path of the events. */
class CommittingIndex implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CommittingIndex.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-commit").daemon().factory());

    CommittingIndex(LucenePetitionIndex index, Duration every) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        index.commit();
                    } catch (RuntimeException e) {
                        log.error("The search index was not put on disk; it is tried again", e);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Starts no further commit; closing the index commits what is left. */
    @Override
    public void close() {
        timer.close();
    }
}
