package cn.huiying.query.statistics;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.WorkCalendar;
import java.util.Collection;

/** The one fold of all facts. It goes through the log in order, since working days are counted by what was known of them. */
final class FactFold {

    private WorkCalendar calendar;

    /** @param known of the calendar where the fold begins */
    FactFold(Collection<CalendarFact> known) {
        calendar = WorkCalendar.of(known.stream().map(CalendarFact::year).toList());
    }

    /** Of the fact that an event belongs to. */
    static String id(Object event) {
        return switch (event) {
            case PetitionEvent e -> e.petitionId().value();
            case SupervisionEvent e -> e.orderId().value();
            case AccountEvent e -> e.accountId().value();
            case VisitsCounted e -> e.visitsId().value();
            case CalendarEvent e -> CalendarFact.of(e).id();
            default -> throw new IllegalArgumentException("Not counted: " + event.getClass());
        };
    }

    /** @param fact null before the first event */
    Fact evolve(Fact fact, Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case PetitionEvent e ->
                PetitionFact.evolve(
                        (PetitionFact) fact, new Recorded<>(e, recorded.version(), recorded.position()), calendar);
            case SupervisionEvent e -> OrderFact.evolve((OrderFact) fact, e, recorded.version());
            case AccountEvent e -> AccountFact.evolve((AccountFact) fact, e);
            case VisitsCounted e -> VisitsFact.of(e);
            case CalendarEvent e -> {
                calendar = calendar.with(e.content());
                yield CalendarFact.of(e);
            }
            default ->
                throw new IllegalArgumentException(
                        "Not counted: " + recorded.event().getClass());
        };
    }
}
