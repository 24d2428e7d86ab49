package cn.huiying.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.app.rebuilding.Rebuild;
import cn.huiying.app.time.ScriptedLife.Act;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.YellowAlertRaised;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of petitions under an injected clock: what the log holds of warnings, missed deadlines and lapses is what an independent
 * count says. The build runs it with 300 petitions; {@code -Dhuiying.simulated-petitions=20000} is the year in full.
 */
class SimulatedYearTest {

    private static final int PETITIONS = Integer.getInteger("huiying.simulated-petitions", 300);
    private static final Instant FROM = SlowCounter.at(LocalDate.of(2022, 12, 28), 0, 0);
    private static final Instant UNTIL = SlowCounter.at(LocalDate.of(2023, 12, 28), 0, 0);
    private static final Instant END = SlowCounter.at(LocalDate.of(2024, 4, 20), 0, 0);

    /** Nobody sweeps over the autumn holidays. */
    private static final Instant OUTAGE = SlowCounter.at(LocalDate.of(2023, 9, 28), 8, 0);

    private static final Instant BACK = SlowCounter.at(LocalDate.of(2023, 10, 9), 9, 0);

    @TempDir
    private static Path data;

    private static final Map<String, Integer> expected = new TreeMap<>();
    private static Map<String, Integer> counted;

    @BeforeAll
    static void live() {
        RandomGenerator chance = new SplittableRandom(20_230_101);
        List<ScriptedLife> lives = IntStream.range(0, PETITIONS)
                .mapToObj(number -> ScriptedLife.of(number, FROM, UNTIL, chance))
                .toList();
        Map<Act, Integer> order = new IdentityHashMap<>();
        lives.forEach(life -> life.acts().forEach(act -> order.put(act, order.size())));
        PriorityQueue<Act> ordered =
                new PriorityQueue<>(Comparator.comparing(Act::at).thenComparing(order::get));
        ordered.addAll(order.keySet());

        try (RunningPlatform platform = new RunningPlatform(data, FROM.minusSeconds(3600))) {
            platform.people(FROM.minusSeconds(3600));
            Instant sweep = FROM;
            while (sweep.isBefore(END)) {
                for (Act act; (act = ordered.peek()) != null && !act.at().isAfter(sweep); ) {
                    ordered.poll();
                    platform.clock.set(act.at());
                    platform.send(act.command(), act.actor());
                }
                platform.clock.set(sweep);
                if (sweep.isBefore(OUTAGE) || !sweep.isBefore(BACK)) {
                    platform.sweep();
                    if (SlowCounter.dateOf(sweep).getDayOfMonth() == 15) {
                        // A clock that jumps back a day finds nothing to do.
                        platform.clock.set(sweep.minus(Duration.ofDays(1)));
                        platform.sweep();
                    }
                }
                // How often it is swept must not matter; a small year is swept less often.
                boolean even = SlowCounter.dateOf(sweep).getDayOfMonth() % 2 == 0;
                sweep = sweep.plus(Duration.ofHours(PETITIONS > 5_000 ? (even ? 6 : 11) : (even ? 23 : 49)));
            }
            platform.clock.set(END);
            platform.sweep();

            lives.forEach(life -> life.count(END, expected));
            counted = counted(platform);
        }
    }

    @Test
    void the_log_of_a_year_holds_what_an_independent_count_says() {
        assertThat(counted).isEqualTo(expected);
        assertThat(expected.keySet())
                .as("the year saw every kind of warning")
                .contains(
                        "YellowAlertRaised D7",
                        "RedAlertRaised D15",
                        "DeadlineEscalated D5 CIRCULAR_DRAFT",
                        "DeadlineMissed D-callback",
                        "DeadlineMissed D-60",
                        "EvaluationLapsed",
                        "PetitionArchived");
        System.out.println(PETITIONS + " petitions: " + expected);
    }

    @Test
    void every_read_model_of_the_year_is_the_same_when_it_is_built_again() {
        try (RunningPlatform platform = new RunningPlatform(data, END, "both")) {
            ReadModels models = platform.bean(ReadModels.class);
            ReadPositions positions = platform.bean(ReadPositions.class);
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> models.names().stream().allMatch(name -> models.position(name) == positions.head()));
            models.names().forEach(models::rebuild);
            for (String name : models.names()) {
                await().atMost(Duration.ofMinutes(10))
                        .until(() -> models.lastRebuild(name).orElseThrow().state() != Rebuild.State.RUNNING);
                Rebuild rebuild = models.lastRebuild(name).orElseThrow();
                assertThat(rebuild.same()).as("%s: %s", name, rebuild.fault()).isTrue();
                assertThat(models.lastDigest(name).orElseThrow().position()).isEqualTo(positions.head());
            }
            assertThat(models.lastDigest("listing").orElseThrow().documents()).isEqualTo(PETITIONS);
        }
    }

    private static Map<String, Integer> counted(RunningPlatform platform) {
        Map<String, Integer> counts = new TreeMap<>();
        platform.forEachEvent(event -> {
            String what =
                    switch (event.getPayload()) {
                        case YellowAlertRaised e -> "YellowAlertRaised " + e.code();
                        case RedAlertRaised e -> "RedAlertRaised " + e.code();
                        case DeadlineMissed e -> "DeadlineMissed " + e.code();
                        case DeadlineMet e -> "DeadlineMet " + e.code();
                        case DeadlineEscalated e -> "DeadlineEscalated " + e.code() + " " + e.step();
                        case EvaluationLapsed e -> "EvaluationLapsed";
                        case PetitionArchived e -> "PetitionArchived";
                        default -> null;
                    };
            if (what != null) {
                counts.merge(what, 1, Integer::sum);
            }
        });
        return counts;
    }
}
