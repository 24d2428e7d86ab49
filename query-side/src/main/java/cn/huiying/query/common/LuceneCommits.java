package cn.huiying.query.common;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an index on disk every few seconds, off the path of the events. */
public class LuceneCommits implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LuceneCommits.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-commit").daemon().factory());

    public LuceneCommits(LuceneDocuments<?> index, Duration every) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        index.commit();
                    } catch (RuntimeException e) {
                        log.error("The index was not put on disk; it is tried again", e);
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
