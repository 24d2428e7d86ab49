package cn.huiying.query.board;

import cn.huiying.query.directory.AgencyName;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * What a view shows of the board: all of it, or what has changed. In a change each row stands in place of the one before, a row
 * without anything is gone, and the list of the overdue is whole or null.
 *
 * @param totals    of everything the view shows
 * @param bureau    what no agency has yet
 * @param districts by the district of the petition; of an order, by that of its agency
 * @param overdue   the longest overdue first; null in a change that leaves it as it is
 */
record BoardState(
        Counts totals,
        Counts bureau,
        List<DistrictRow> districts,
        List<AgencyRow> agencies,
        @Nullable List<Overdue> overdue) {

    /**
     * Petitions in hand by their light, and supervision orders.
     *
     * @param oldestDueAt when the longest overdue petition was due; null where none is overdue
     * @param ordersOpen  issued and not ended
     * @param ordersLate  of these, those whose agency should have answered by now
     */
    record Counts(int green, int yellow, int red, @Nullable Instant oldestDueAt, int ordersOpen, int ordersLate) {

        boolean nothing() {
            return green + yellow + red + ordersOpen == 0;
        }
    }

    record DistrictRow(String district, Counts counts) {}

    /** @param district the agency's own; null where the directory does not know the agency */
    record AgencyRow(AgencyName agency, @Nullable String district, Counts counts) {}

    /**
     * A petition with a deadline that is over.
     *
     * @param title    redacted; null where the petition is not published
     * @param agency   the lead agency; null where the bureau has it
     * @param deadline code of the one that has been over the longest
     */
    record Overdue(
            String petition,
            String number,
            @Nullable String title,
            @Nullable AgencyName agency,
            String district,
            String deadline,
            String deadlineText,
            Instant dueAt) {}
}
