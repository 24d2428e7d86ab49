package cn.huiying.query.statistics;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.time.CalendarEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the log into facts: loads what a batch touches once, folds in memory, writes once. */
@ProcessingGroup(StatisticsProjection.NAME)
class StatisticsProjection {

    static final String NAME = "statistics";

    private final EventBatch events = new EventBatch();
    private final Cube cube;

    StatisticsProjection(Cube cube) {
        this.cube = cube;
    }

    @EventHandler
    void on(PetitionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(SupervisionEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(AccountEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(VisitsCounted event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    @EventHandler
    void on(CalendarEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        add(event, version, token, unit);
    }

    private void add(Object event, long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<Object>> batch) {
        FactFold fold = new FactFold(cube.calendar());
        Map<String, Fact> before = cube.load(
                batch.stream().map(recorded -> FactFold.id(recorded.event())).collect(Collectors.toSet()));
        Map<String, Fact> after = new HashMap<>(before);
        for (Recorded<Object> recorded : batch) {
            after.compute(
                    FactFold.id(recorded.event()),
                    (id, fact) -> events.evolve(recorded, () -> fold.evolve(fact, recorded)));
        }
        List<Fact> changed = after.values().stream()
                .filter(Objects::nonNull)
                .filter(fact -> before.get(fact.id()) != fact)
                .toList();
        cube.save(changed, batch.getLast().position(), changed.stream().anyMatch(fact -> !counts(before.get(fact.id()))
                .equals(counts(fact))));
    }

    private static Optional<Fact.Cell> counts(Fact fact) {
        return Optional.ofNullable(fact).map(Fact::cell);
    }
}
