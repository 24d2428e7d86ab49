package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.query.live.LiveFeed;
import cn.huiying.shared.petition.PetitionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** By hand: {@code -Dhuiying.subscribers=5000} listen on loopback, in this process; an event reaches all of them. */
@EnabledIfSystemProperty(named = "huiying.subscribers", matches = "\\d+")
class ManySubscribersTest {

    @TempDir
    Path folder;

    private static long heap() throws InterruptedException {
        for (int n = 0; n < 3; n++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @Test
    void an_event_reaches_every_subscriber() throws Exception {
        int count = Integer.getInteger("huiying.subscribers");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(HuiyingApplication.class)
                        .run(
                                "--server.port=0",
                                "--huiying.data=" + folder,
                                "--huiying.sweep-every=PT1H",
                                "--huiying.live.max-subscribers=" + (count + 1),
                                "--server.tomcat.max-connections=" + (count + 100),
                                "--logging.level.root=warn");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            LiveFeed feed = context.getBean(LiveFeed.class);
            PetitionLog log = new PetitionLog(context.getBean(EventStore.class));
            PetitionId id = new PetitionId("PET-1");
            log.submit(id, "alice");
            log.accept(id);
            EventStream.open(port, "/api/public/stream", List.of()).close();
            long before = heap();
            List<EventStream> streams = new ArrayList<>();
            long begun = System.nanoTime();
            for (int n = 0; n < count; n++) {
                streams.add(EventStream.open(port, "/api/public/stream", List.of()));
            }
            System.out.println(count + " subscribers after " + millis(begun) + " ms; heap, both ends, "
                    + (heap() - before) + " MB more");
            assertThat(feed.subscribers("public")).isGreaterThanOrEqualTo(count);
            for (int round = 0; round < 10; round++) {
                begun = System.nanoTime();
                long position = log.publish(id, "第" + round + "次公开");
                List<Future<Long>> heard = new ArrayList<>();
                for (EventStream stream : streams) {
                    heard.add(clients.submit(
                            () -> stream.next(60_000).orElseThrow().id()));
                }
                for (Future<Long> id0 : heard) {
                    assertThat(id0.get()).isEqualTo(position);
                }
                System.out.println("event " + position + " at all of them after " + millis(begun) + " ms");
            }
            streams.forEach(EventStream::close);
        }
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }
}
