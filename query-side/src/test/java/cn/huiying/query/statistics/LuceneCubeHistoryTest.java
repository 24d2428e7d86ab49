package cn.huiying.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.time.CalendarImported;
import cn.huiying.shared.time.WorkCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the history counts at a position against what the cube counted when it had come so far. */
class LuceneCubeHistoryTest {

    @TempDir
    Path folder;

    /** Working days are counted by what was known of them. */
    private static CalendarImported year(LocalDate... off) {
        List<LocalDate> free = new ArrayList<>(WorkCalendar.fixedHolidays(Year.of(2023)));
        free.addAll(List.of(off));
        return new CalendarImported(null, 2023, free, List.of(LocalDate.of(2023, 1, 28)), "通知", Lives.START);
    }

    private static List<Object> answers(Tallies cube) {
        List<Object> answers = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            Slice all = new Slice(axis, null, null, Map.of());
            Slice week = all.during(LocalDate.of(2023, 3, 6), LocalDate.of(2023, 3, 12));
            for (Slice slice : List.of(all, week)) {
                answers.add(cube.count(slice));
                answers.add(cube.countByDay(slice));
                for (Dimension dimension : Dimension.values()) {
                    answers.add(cube.countBy(slice, dimension));
                }
            }
        }
        answers.add(cube.firstDay());
        return answers;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 37", "3, 5000"})
    void at_every_position_the_history_counts_what_the_cube_counted(long seed, int batch) throws IOException {
        List<Recorded<Object>> log = new ArrayList<>();
        log.add(new Recorded<>(year(), 0, 1));
        for (Recorded<PetitionEvent> recorded : Lives.log(20, new Random(seed))) {
            if (log.size() == 100) {
                log.add(new Recorded<>(year(LocalDate.of(2023, 3, 8), LocalDate.of(2023, 3, 9)), 1, log.size() + 1));
            }
            log.add(new Recorded<>(recorded.event(), recorded.version(), log.size() + 1));
        }
        Map<Long, List<Object>> said = new LinkedHashMap<>();
        try (LuceneCube cube = new LuceneCube(folder.resolve("cube"))) {
            FactFold fold = new FactFold(List.of());
            for (Recorded<Object> recorded : log) {
                String id = FactFold.id(recorded.event());
                Fact fact = fold.evolve(cube.load(List.of(id)).get(id), recorded);
                cube.save(List.of(fact), recorded.position(), true);
                if (recorded.position() % 7 == 0) {
                    said.put(recorded.position(), answers(cube));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(20);
        try (LuceneCubeHistory history = new LuceneCubeHistory(folder.resolve("history"))) {
            for (String times : List.of("once", "twice")) {
                for (int from = 0; from < log.size(); from += batch) {
                    history.fold(log.subList(from, Math.min(log.size(), from + batch)), new EventBatch());
                }
                said.forEach((position, answers) -> assertThat(answers(history.asOf(position)))
                        .as("position " + position + ", folded " + times)
                        .isEqualTo(answers));
            }
        }
    }
}
