package cn.huiying.bench;

import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;

/** Logs to replay: made once by real commands, and copied event by event to whoever replays beside us. */
final class Logs {

    /** Some seven commands, and what becomes of the deadlines with each of them. */
    static final int EVENTS_OF_A_LIFE = 20;

    private static final String COUNT = "SELECT max(position) FROM events";
    /** Copies of petitions are not copied again; time does not go back. */
    private static final String AGAIN =
            """
            INSERT INTO events
            SELECT (SELECT max(position) FROM events) + row_number() OVER (ORDER BY position),
                replace(stream, 'PET-', ?1), sequence, stream_type, event_id || ?2,
                (SELECT max(recorded_at) FROM events), type, revision, replace(payload, 'PET-', ?1), metadata
            FROM events
            WHERE stream LIKE 'PET-%' AND length(stream) = 36
            LIMIT ?3
            """;

    /** More than so many would take the commands hours. */
    private static final int MOST_BY_COMMANDS = 1_000_000;

    private final Path work;

    Logs(Path work) {
        this.work = work;
    }

    /** A data folder whose log holds at least so many events; made where there is none yet. */
    Path of(int events) throws IOException {
        Path folder = work.resolve("log-" + events);
        Path ready = folder.resolve("ready");
        if (Files.exists(ready)) {
            return folder;
        }
        if (events > MOST_BY_COMMANDS) {
            multiply(of(MOST_BY_COMMANDS), events, folder);
            Files.createFile(ready);
            return folder;
        }
        Folders.fresh(folder);
        System.err.println("making a log of " + events + " events");
        try (Platform platform = Platform.commandSide(folder)) {
            Cast cast = Cast.assemble(platform);
            int senders = 64;
            // The last lives are not cut off.
            int most = Math.max(1, events / EVENTS_OF_A_LIFE / senders);
            Senders.send(platform.door(), Senders.lives(cast, senders, 0, most), Duration.ofHours(2));
        }
        Files.createFile(ready);
        return folder;
    }

    /** The same log, and then the lives of its petitions again and again, as petitions of their own. */
    private static void multiply(Path whole, int events, Path folder) throws IOException {
        Folders.fresh(folder);
        System.err.println("making a log of " + events + " events of one of " + MOST_BY_COMMANDS);
        // The engine brings it to rest.
        engine(whole).close();
        Path file = folder.resolve("events.sqlite");
        Files.copy(whole.resolve("events.sqlite"), file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // What is half made is made anew: nothing to go back to, and the indexes in memory.
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA cache_size = -2000000");
            long there = statement.executeQuery(COUNT).getLong(1);
            for (int time = 1; there < events; time++) {
                try (PreparedStatement again = connection.prepareStatement(AGAIN)) {
                    again.setString(1, "PET-" + time + "-");
                    again.setString(2, "-" + time);
                    again.setLong(3, events - there);
                    there += again.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** The first events of a log in a folder of their own. */
    Path prefix(Path whole, int events) throws IOException {
        Path folder = work.resolve(whole.getFileName() + "-first-" + events);
        Path ready = folder.resolve("ready");
        if (Files.exists(ready)) {
            return folder;
        }
        Folders.fresh(folder);
        try (SqliteEventStorageEngine copy = engine(folder)) {
            batches(whole, events, batch -> copy.appendEvents(batch));
        }
        Files.createFile(ready);
        return folder;
    }

    /** Puts the first events of a log into a peer's store. */
    static void copy(Path whole, int events, Peer peer) throws IOException {
        batches(whole, events, batch -> {
            DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            peer.engine().appendEvents(batch);
            unit.commit();
        });
    }

    private static void batches(Path whole, int events, Consumer<List<DomainEventMessage<?>>> to) throws IOException {
        try (SqliteEventStorageEngine from = engine(whole);
                Stream<? extends TrackedEventMessage<?>> all = from.readEvents(null, false)) {
            List<DomainEventMessage<?>> batch = new ArrayList<>();
            Iterator<? extends TrackedEventMessage<?>> each = all.limit(events).iterator();
            while (each.hasNext()) {
                batch.add((DomainEventMessage<?>) each.next());
                if (batch.size() == 500 || !each.hasNext()) {
                    to.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
    }

    /** The log of a data folder, without the platform. */
    static SqliteEventStorageEngine engine(Path folder) {
        Serializer json = EventSerialization.serializer();
        return SqliteEventStorageEngine.builder()
                .file(folder.resolve("events.sqlite"))
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .upcasterChain(EventSerialization.upcasters())
                .build();
    }

    /** What a log is about: its petitions, and how many events it has in all and of petitions. */
    record Contents(Set<PetitionId> petitions, long events, long ofPetitions) {

        static Contents of(Path folder) {
            Set<PetitionId> petitions = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
            long[] counts = new long[2];
            try (SqliteEventStorageEngine log = engine(folder);
                    Stream<? extends TrackedEventMessage<?>> all = log.readEvents(null, false)) {
                all.forEach(event -> {
                    counts[0]++;
                    if (PetitionEvent.class.isAssignableFrom(event.getPayloadType())) {
                        counts[1]++;
                        petitions.add(new PetitionId(((DomainEventMessage<?>) event).getAggregateIdentifier()));
                    }
                });
            }
            return new Contents(petitions, counts[0], counts[1]);
        }
    }
}
