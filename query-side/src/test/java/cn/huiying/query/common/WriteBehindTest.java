package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriteBehindTest {

    private record Page(String id, int text) {}

    private final Map<String, Page> written = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final WriteBehind<Page> pages = new WriteBehind<>(this::read, this::write, Page::id);

    private Map<String, Page> read(Collection<String> ids) {
        Map<String, Page> found = new HashMap<>(written);
        found.keySet().retainAll(ids);
        return found;
    }

    private void write(Collection<Page> changed, Collection<String> removed) {
        changed.forEach(page -> {
            written.put(page.id(), page);
            writes.add(page.id());
        });
        written.keySet().removeAll(removed);
    }

    private void change(String id, int text) {
        pages.write(List.of(new Page(id, text)), List.of());
    }

    @Test
    void what_is_changed_again_and_again_is_found_so_and_written_once() {
        change("a", 1);
        change("a", 2);

        assertThat(pages.load(List.of("a", "b"))).isEqualTo(Map.of("a", new Page("a", 2)));
        assertThat(writes).isEmpty();

        pages.flush();
        pages.flush();
        assertThat(written).isEqualTo(Map.of("a", new Page("a", 2)));
        assertThat(writes).containsExactly("a");
    }

    @Test
    void what_was_removed_is_found_no_more_also_where_it_was_written() {
        change("a", 1);
        pages.flush();
        pages.write(List.of(), List.of("a"));

        assertThat(pages.load(List.of("a"))).isEmpty();
        pages.flush();
        assertThat(written).isEmpty();
        assertThat(pages.load(List.of("a"))).isEmpty();
    }

    @Test
    void where_there_are_too_many_those_that_have_not_changed_for_longest_are_written_and_all_are_found() {
        List<Page> many = IntStream.range(0, 5_001)
                .mapToObj(n -> new Page("page-" + n, n))
                .toList();
        pages.write(many.subList(0, 5_000), List.of());
        assertThat(writes).isEmpty();
        change("page-0", -1);
        pages.write(many.subList(5_000, 5_001), List.of());

        assertThat(writes).contains("page-1").doesNotContain("page-0", "page-5000");
        assertThat(pages.load(many.stream().map(Page::id).toList()))
                .hasSize(5_001)
                .containsEntry("page-0", new Page("page-0", -1))
                .containsEntry("page-1", new Page("page-1", 1));
    }
}
