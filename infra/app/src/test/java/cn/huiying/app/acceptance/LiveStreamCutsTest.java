package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.EventStream.Event;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PublicReplyPublished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A client that is cut a thousand times, anywhere, in the middle of a line too, while events are written and the platform is
 * restarted: it gets each event once and in order. Few notices are kept in memory, so that gaps are read from the log as well.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LiveStreamCutsTest {

    private static final int CUTS = 1_000;
    private static final int RESTARTS = 3;

    @TempDir
    Path folder;

    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final SplittableRandom chance = new SplittableRandom(20_260_301);
    private final List<Long> expected = new ArrayList<>();
    private int petitions;

    @AfterEach
    void stop() {
        writing.shutdownNow();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(HuiyingApplication.class)
                .run(
                        "--server.port=0",
                        "--huiying.data=" + folder,
                        "--huiying.sweep-every=PT1H",
                        "--huiying.notifications.enabled=false",
                        "--huiying.live.recent=20",
                        "--logging.level.root=warn");
    }

    /** What the public hears of goes among what it does not. */
    private void write(PetitionLog log, SplittableRandom random, int number) {
        PetitionId id = new PetitionId("PET-" + number);
        log.submit(id, "alice");
        log.accept(id);
        expected.add(log.publish(id, "第" + number + "件" + "噪音".repeat(random.nextInt(60))));
        log.dispatch(id, "445224-114");
        log.append(new AssignmentSigned(id, "445224-114", PetitionLog.AT));
        for (int n = random.nextInt(3); n > 0; n--) {
            expected.add(log.append(new PublicReplyPublished(id, "已责令停工。", PetitionLog.AT)));
        }
    }

    @Test
    void a_client_that_is_cut_at_random_gets_each_event_once_and_in_order() throws Exception {
        List<Long> received = new ArrayList<>();
        long lastId = 0;
        for (int run = 0; run <= RESTARTS; run++) {
            SplittableRandom random = chance.split();
            try (ConfigurableApplicationContext context = start()) {
                int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
                PetitionLog log = new PetitionLog(context.getBean(EventStore.class));
                int first = petitions;
                int last = petitions = first + 120;
                Future<?> written = writing.submit(() -> {
                    for (int number = first; number < last; number++) {
                        write(log, random, number);
                    }
                });
                int cuts = 0;
                while (cuts < CUTS / (RESTARTS + 1)) {
                    lastId = listen(port, lastId, chance.nextInt(900), received);
                    cuts++;
                }
                written.get(2, TimeUnit.MINUTES);
                // Written, and not yet read: the gap goes through the restart.
                write(log, random, petitions++);
                while (run == RESTARTS && received.size() < expected.size()) {
                    int before = received.size();
                    lastId = listen(port, lastId, Integer.MAX_VALUE, received);
                    assertThat(received).as("more is to come").hasSizeGreaterThan(before);
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(700);
        assertThat(received).isEqualTo(expected);
    }

    /** @return what to resume from */
    private static long listen(int port, long lastId, int bytes, List<Long> received) throws Exception {
        try (EventStream stream = EventStream.open(port, "/api/public/stream", List.of("Last-Event-ID", "" + lastId))) {
            for (Event event : stream.take(bytes, bytes == Integer.MAX_VALUE ? 1_500 : 100)) {
                assertThat(event.kind()).isNotEqualTo("reset");
                received.add(event.id());
            }
            return Math.max(lastId, stream.lastId());
        }
    }
}
