package cn.huiying.bench;

import cn.huiying.eventstore.SqliteEventStorageEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What the machine can do at best, measured in every round: everything else is a share of it. */
final class Ceilings {

    static final String FSYNC = "fdatasync of a 4 KB append";
    static final String DECODE = "JSON decode of the real events, one thread";
    static final String NETTY = "raw Netty, two bytes, 64 connections";

    private Ceilings() {}

    static double fsync(Path work) throws IOException {
        Path file = work.resolve("fsync");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            int syncs = 0;
            while (System.nanoTime() - start < 2_000_000_000L) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                syncs++;
            }
            return syncs / ((System.nanoTime() - start) / 1e9);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Payload and metadata, as a handler gets them. */
    static double decode(Path log) {
        double best = 0;
        for (int round = 0; round < 5; round++) {
            List<? extends TrackedEventMessage<?>> events;
            try (SqliteEventStorageEngine engine = Logs.engine(log);
                    Stream<? extends TrackedEventMessage<?>> all = engine.readEvents(null, false)) {
                events = all.skip(2_000).limit(50_000).toList();
            }
            long start = System.nanoTime();
            for (TrackedEventMessage<?> event : events) {
                event.getPayload();
                event.getMetaData();
            }
            best = Math.max(best, events.size() / ((System.nanoTime() - start) / 1e9));
        }
        return best;
    }

    /** Raw Netty that gives this answer, with the loader of the HTTP sections: what both cost at least. */
    static double netty(HttpLoad.Answer answer, HttpLoad.Request request, Duration time) {
        try (BareServer server = new BareServer(answer)) {
            // Compiled before it counts.
            HttpLoad.run(server.port(), HttpLoad.CONNECTIONS, time, connection -> request);
            return HttpLoad.run(server.port(), HttpLoad.CONNECTIONS, time, connection -> request)
                    .rate();
        }
    }
}
