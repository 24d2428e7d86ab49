package cn.huiying.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is measured. The seed is fixed: two runs see the same petitions.
 *
 * @param work    a folder on the disk under test
 * @param replayed events of the long replay
 * @param shared  events that (a) replays beside us
 * @param proof   events that all three replay, and whose final states must be the same
 */
record Settings(boolean quick, Path work, int rounds, Duration slice, int replayed, int shared, int proof, int stored) {

    static final long SEED = 20_261_124;

    /**
     * @param rounds   0: as many as is usual
     * @param replayed 0: as many as is usual
     */
    static Settings of(boolean quick, int rounds, int replayed, Path work) {
        return quick
                ? new Settings(
                        true,
                        work,
                        rounds == 0 ? 1 : rounds,
                        Duration.ofSeconds(3),
                        replayed == 0 ? 60_000 : replayed,
                        10_000,
                        3_000,
                        10_000)
                : new Settings(
                        false,
                        work,
                        rounds == 0 ? 3 : rounds,
                        Duration.ofSeconds(10),
                        replayed == 0 ? 1_000_000 : replayed,
                        60_000,
                        10_000,
                        200_000);
    }
}
