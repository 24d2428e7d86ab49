package cn.huiying.shared.statistics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;

/**
 * 访问量: how often the public doors of one node answered within an hour. One event an hour, not one a view: nobody's reading is
 * recorded.
 *
 * @param hour its first moment
 * @param doors answered requests by door, such as {@code /api/public/petitions/{id}}
 */
@Revision("1")
public record VisitsCounted(VisitsId visitsId, Instant hour, Map<String, Long> doors, Instant at) {

    public VisitsCounted {
        // In one order, so that the same facts are the same bytes.
        doors = new TreeMap<>(doors);
    }
}
