package cn.huiying.query.statistics;

import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What one node's public doors counted in one hour. */
record VisitsFact(String id, LocalDate day, long visits) implements Fact {

    static VisitsFact of(VisitsCounted event) {
        return new VisitsFact(
                event.visitsId().value(),
                WorkCalendar.dateOf(event.hour()),
                event.doors().values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public Cell cell() {
        return new Cell(day, null, Map.of(), Set.of(Measure.VISITS), visits, null);
    }
}
