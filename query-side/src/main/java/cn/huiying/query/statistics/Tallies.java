package cn.huiying.query.statistics;

import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.statistics.Tally;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/** What can be counted, of the facts as they are or as they were. Safe for many threads. */
public interface Tallies {

    /** What all facts of a slice come to. */
    Tally count(Slice slice);

    /** By the values of a dimension; what has no value for it stands under the empty text. */
    SortedMap<String, Tally> countBy(Slice slice, Dimension dimension);

    /** By day. */
    SortedMap<LocalDate, Tally> countByDay(Slice slice);

    /** The first day on which anything came in; empty while nothing has. */
    Optional<LocalDate> firstDay();
}
