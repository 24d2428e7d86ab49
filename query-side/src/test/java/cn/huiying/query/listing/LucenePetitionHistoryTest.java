package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Lives;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the history says of a position against what the index said when it had come so far. */
class LucenePetitionHistoryTest {

    private static final List<Filter> FILTERS = List.of(
            new Filter(true, null, PetitionFilter.ALL, null),
            new Filter(false, null, PetitionFilter.ALL, null),
            new Filter(true, null, PetitionFilter.ALL, "噪音"),
            new Filter(true, null, PetitionFilter.ALL, "停工"),
            new Filter(false, null, PetitionFilter.ALL.withStates(Set.of(State.HANDLING, State.RESOLVED)), null));

    @TempDir
    Path folder;

    private static void fold(PetitionHistory history, List<Recorded<PetitionEvent>> log, int batch) {
        for (int from = 0; from < log.size(); from += batch) {
            history.fold(log.subList(from, Math.min(log.size(), from + batch)), new EventBatch());
        }
    }

    /** Everything that can be asked, read in two pages. */
    private static List<Object> answers(PetitionSearch petitions) {
        List<Object> answers = new ArrayList<>();
        for (Filter filter : FILTERS) {
            answers.add(petitions.count(filter));
            answers.add(petitions.facets(filter, Set.of(Facet.values())));
            answers.add(petitions.foldedTitles(filter).stream().sorted().toList());
            for (Order order : Order.values()) {
                if (order != Order.RELEVANCE || filter.text() != null) {
                    List<Hit> page = petitions.page(filter, order, null, false, 5);
                    Ranked end = page.isEmpty() ? null : page.getLast().place();
                    answers.add(page);
                    answers.add(petitions.page(filter, order, end, false, 100));
                    answers.add(petitions.page(filter, order, end, true, 3));
                }
            }
        }
        for (int n = 1; n <= 20; n++) {
            answers.add(petitions.find(Lives.id(n)));
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 37", "3, 5000"})
    void at_every_position_the_history_says_what_the_index_said(long seed, int batch) throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(20, new Random(seed));
        Map<Long, List<Object>> said = new LinkedHashMap<>();
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder.resolve("index"))) {
            for (Recorded<PetitionEvent> recorded : log) {
                ListedPetition before =
                        index.find(recorded.event().petitionId()).orElse(null);
                index.save(List.of(ListedPetition.evolve(before, recorded)), recorded.position());
                if (recorded.position() % 7 == 0) {
                    said.put(recorded.position(), answers(index));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(20);
        try (LucenePetitionHistory history = new LucenePetitionHistory(folder.resolve("history"))) {
            fold(history, log, batch);
            said.forEach((position, answers) -> assertThat(answers(history.asOf(position)))
                    .as("position " + position)
                    .isEqualTo(answers));
        }
    }

    @Test
    void batches_delivered_twice_change_nothing_and_the_history_is_there_after_a_stop() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(20, new Random(4));
        Map<Long, List<Object>> said = new LinkedHashMap<>();
        Path path = folder.resolve("history");
        try (LucenePetitionHistory history = new LucenePetitionHistory(path)) {
            history.tokens().initializeTokenSegments(PetitionHistory.NAME, 1, null);
            fold(history, log, 100);
            for (Recorded<PetitionEvent> recorded : log) {
                if (recorded.position() % 11 == 0) {
                    said.put(recorded.position(), answers(history.asOf(recorded.position())));
                }
            }
            fold(history, log, 40);
            fold(history, log.subList(log.size() / 2, log.size()), 1);
        }
        try (LucenePetitionHistory history = new LucenePetitionHistory(path)) {
            said.forEach((position, answers) -> assertThat(answers(history.asOf(position)))
                    .as("position " + position)
                    .isEqualTo(answers));
        }
    }
}
