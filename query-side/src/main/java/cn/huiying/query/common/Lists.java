package cn.huiying.query.common;

import cn.huiying.query.common.Cursors.Cursor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one way in which a list is asked for and answered: {@code limit}, {@code cursor}, {@code total}, {@code fields}. */
public class Lists {

    private static final int PLACE = 2;
    private static final String[] PARAMETERS = {"limit", "cursor", "total", "fields"};

    /** Where a list comes from. */
    public interface Source<H> {

        /**
         * Some items in the order of the list.
         *
         * @param from the place where they begin, exclusive; null for the start, or the end where backwards
         */
        List<H> page(String[] from, boolean backwards, int limit);

        /** The unique place of an item in the order, as texts without a space: what it is ordered by, and what parts equals. */
        String[] placeOf(H item);

        long count();
    }

    private final Cursors cursors;
    private final ObjectMapper json;

    public Lists(Cursors cursors, ObjectMapper json) {
        this.cursors = cursors;
        this.json = json;
    }

    /** The names of a list's parameters: its own, and those that every list has. */
    public static String[] parameters(String... own) {
        return Stream.of(own, PARAMETERS).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /**
     * One page.
     *
     * @param list   cursors of one list are not taken in another
     * @param item   what an item is shown as; its components are the fields that can be asked for
     * @param facets null where none were asked for
     * @param counts null where the list has none
     */
    public <H, T extends Record> ResponseEntity<Rendered<Page<T>>> page(
            String list,
            Parameters parameters,
            Class<T> item,
            Source<H> source,
            Function<H, T> show,
            Map<String, Map<String, Long>> facets,
            Map<String, Long> counts) {
        int limit = parameters.integer("limit", 1, 100, 20);
        boolean total = parameters.oneOf("total", Map.of("exact", true)).isPresent();
        Set<String> fields = parameters.anyOf(
                "fields",
                Arrays.stream(item.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toMap(Function.identity(), Function.identity())));
        Cursor cursor = parameters
                .single("cursor")
                .map(text -> cursors.read(list, parameters, text, PLACE))
                .orElse(null);
        boolean backwards = cursor != null && cursor.backwards();
        Slice<H> slice =
                Slice.of(source.page(cursor == null ? null : cursor.values(), backwards, limit + 1), limit, cursor);
        String next = slice.hasNext()
                ? cursors.write(
                        list, parameters, false, source.placeOf(slice.items().getLast()))
                : null;
        String prev = slice.hasPrev()
                ? cursors.write(
                        list, parameters, true, source.placeOf(slice.items().getFirst()))
                : null;
        Page<T> page = new Page<>(
                slice.items().stream().map(show).toList(), next, prev, total ? source.count() : null, facets, counts);
        return ResponseEntity.ok().headers(page.links()).body(render(page, fields));
    }

    /** @param fields of the items; empty for all */
    private <T> Rendered<Page<T>> render(Page<T> page, Set<String> fields) {
        if (fields.isEmpty()) {
            return new Rendered<>(json.writeValueAsString(page));
        }
        ObjectNode tree = json.valueToTree(page);
        tree.get("items").forEach(item -> ((ObjectNode) item).retain(fields));
        return new Rendered<>(json.writeValueAsString(tree));
    }

    /** Anything else as JSON text. */
    public <T> Rendered<T> render(T answer) {
        return new Rendered<>(json.writeValueAsString(answer));
    }
}
