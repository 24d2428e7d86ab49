package cn.huiying.query.statistics;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.WorkCalendar;
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
        Calendar calendar = new Calendar(
                WorkCalendar.of(cube.calendar().stream().map(CalendarFact::year).toList()));
        Map<String, Fact> before =
                cube.load(batch.stream().map(recorded -> id(recorded.event())).collect(Collectors.toSet()));
        Map<String, Fact> after = new HashMap<>(before);
        for (Recorded<Object> recorded : batch) {
            after.compute(
                    id(recorded.event()), (id, fact) -> events.evolve(recorded, () -> calendar.evolve(fact, recorded)));
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

    private static String id(Object event) {
        return switch (event) {
            case PetitionEvent e -> e.petitionId().value();
            case SupervisionEvent e -> e.orderId().value();
            case AccountEvent e -> e.accountId().value();
            case VisitsCounted e -> e.visitsId().value();
            case CalendarEvent e -> CalendarFact.of(e).id();
            default -> throw new IllegalArgumentException("Not counted: " + event.getClass());
        };
    }

    /** What is known of working days in the course of a batch. */
    private static final class Calendar {

        private WorkCalendar known;

        Calendar(WorkCalendar known) {
            this.known = known;
        }

        Fact evolve(Fact fact, Recorded<Object> recorded) {
            return switch (recorded.event()) {
                case PetitionEvent e ->
                    PetitionFact.evolve(
                            (PetitionFact) fact, new Recorded<>(e, recorded.version(), recorded.position()), known);
                case SupervisionEvent e -> OrderFact.evolve((OrderFact) fact, e, recorded.version());
                case AccountEvent e -> AccountFact.evolve((AccountFact) fact, e);
                case VisitsCounted e -> VisitsFact.of(e);
                case CalendarEvent e -> {
                    known = known.with(e.content());
                    yield CalendarFact.of(e);
                }
                default ->
                    throw new IllegalArgumentException(
                            "Not counted: " + recorded.event().getClass());
            };
        }
    }
}
