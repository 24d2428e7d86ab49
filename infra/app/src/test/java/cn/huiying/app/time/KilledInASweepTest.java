package cn.huiying.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is killed and started again leaves the log that one leaves which is not. */
class KilledInASweepTest {

    private static final int PETITIONS = Integer.getInteger("huiying.swept-petitions", 400);
    private static final Instant FROM = SlowCounter.at(LocalDate.of(2023, 1, 9), 9, 0);
    private static final Instant AFTER_THE_HOLIDAYS = SlowCounter.at(LocalDate.of(2023, 5, 4), 9, 0);

    @TempDir
    Path folder;

    @Test
    void killed_in_the_middle_and_started_again_it_leaves_the_same_log() throws Exception {
        Path killed = folder.resolve("killed");
        try (RunningPlatform platform = new RunningPlatform(killed, FROM)) {
            platform.people(FROM);
            RandomGenerator chance = new SplittableRandom(7);
            for (int i = 0; i < PETITIONS; i++) {
                PetitionId id = new PetitionId("PET-%06d".formatted(i));
                Instant at = FROM.plusSeconds(chance.nextInt(400_000));
                platform.send(RunningPlatform.submission(id, PetitionType.HELP, at), RunningPlatform.CITIZEN);
                platform.send(
                        new AcceptPetition(
                                id,
                                at,
                                null,
                                null,
                                PetitionClass.CLAIM,
                                LimitClass.values()[i % 4],
                                Urgency.NORMAL,
                                null),
                        RunningPlatform.OFFICER);
                platform.send(new DispatchPetition(id, at, RunningPlatform.AGENCY, null), RunningPlatform.OFFICER);
            }
            platform.untilListed();
        }
        Path undisturbed = folder.resolve("undisturbed");
        copy(killed, undisturbed);
        long before = events(killed);

        int kills = 0;
        while (kills < 3) {
            long atStart = events(killed);
            Process sweeping = SweepingProgram.on(killed, AFTER_THE_HOLIDAYS)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> events(killed) > atStart + 150 || !sweeping.isAlive());
            assertThat(sweeping.isAlive()).as("it is in the middle of a sweep").isTrue();
            sweeping.destroyForcibly().waitFor();
            kills++;
        }
        long inBetween = events(killed);
        run(killed);
        run(undisturbed);

        assertThat(inBetween).isGreaterThan(before + 300).isLessThan(events(killed));
        assertThat(streams(killed)).hasSizeGreaterThan(PETITIONS).isEqualTo(streams(undisturbed));
    }

    private static void run(Path data) throws Exception {
        assertThat(SweepingProgram.on(data, AFTER_THE_HOLIDAYS)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Each stream's events in their order, without when they were recorded and under which id. */
    private static Map<String, List<String>> streams(Path data) throws Exception {
        Map<String, List<String>> streams = new TreeMap<>();
        query(
                data,
                "SELECT stream, sequence || ' ' || type || ' ' || payload FROM events ORDER BY stream, sequence",
                row -> streams.computeIfAbsent(row.getString(1), stream -> new ArrayList<>())
                        .add(row.getString(2)));
        return streams;
    }

    private static long events(Path data) throws Exception {
        AtomicLong last = new AtomicLong();
        query(data, "SELECT max(position) FROM events", row -> last.set(row.getLong(1)));
        return last.get();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Path data, String sql, Row each) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
