package cn.huiying.query.common;

import cn.huiying.query.common.Cursors.Cursor;
import java.util.List;

/**
 * The items of one page, in the order of the list, and whether others come before and after them.
 */
public record Slice<T>(List<T> items, boolean hasPrev, boolean hasNext) {

    /**
     * Cuts a page out of what was found.
     *
     * @param found  up to one item more than the page holds, in the order of the list; the one more is at the far end
     * @param cursor where the page begins; null for the first page
     */
    public static <T> Slice<T> of(List<T> found, int limit, Cursor cursor) {
        boolean more = found.size() > limit;
        boolean backwards = cursor != null && cursor.backwards();
        List<T> items = !more ? found : backwards ? found.subList(1, found.size()) : found.subList(0, limit);
        boolean some = !items.isEmpty();
        return new Slice<>(items, some && cursor != null && (!backwards || more), some && (backwards || more));
    }
}
