package cn.huiying.query.statistics;

import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A supervision order 督办件; it counts from its issue on, and no more once it is cancelled.
 *
 * @param issuedOn null while it is a draft
 */
record OrderFact(
        String id,
        String agency,
        SupervisionTrigger trigger,
        LocalDate issuedOn,
        LocalDate completedOn,
        boolean cancelled,
        long version)
        implements Fact {

    /** @return the same where the event changes nothing or is folded in already */
    static OrderFact evolve(OrderFact fact, SupervisionEvent event, long version) {
        if (event instanceof SupervisionOrderDrafted e) {
            return fact != null
                    ? fact
                    : new OrderFact(e.orderId().value(), e.agency(), e.trigger(), null, null, false, version);
        }
        if (fact == null || version <= fact.version) {
            return fact;
        }
        return switch (event) {
            case SupervisionOrderIssued e ->
                new OrderFact(fact.id, fact.agency, fact.trigger, day(e), null, false, version);
            case SupervisionCompleted e ->
                new OrderFact(fact.id, fact.agency, fact.trigger, fact.issuedOn, day(e), false, version);
            case SupervisionCancelled e ->
                new OrderFact(fact.id, fact.agency, fact.trigger, fact.issuedOn, null, true, version);
            case SupervisionHandedOver e ->
                new OrderFact(fact.id, e.to(), fact.trigger, fact.issuedOn, fact.completedOn, fact.cancelled, version);
            default -> fact;
        };
    }

    private static LocalDate day(SupervisionEvent event) {
        return WorkCalendar.dateOf(event.at());
    }

    @Override
    public Cell cell() {
        if (issuedOn == null || cancelled) {
            return null;
        }
        Set<Measure> measures =
                EnumSet.of(Measure.ORDERS_ISSUED, completedOn == null ? Measure.ORDERS_OPEN : Measure.ORDERS_COMPLETED);
        if (trigger == SupervisionTrigger.FALSE_REPLY) {
            measures.add(Measure.FALSE_REPLIES);
        }
        return new Cell(issuedOn, completedOn, Map.of(Dimension.AGENCY, agency), measures, 1, null);
    }
}
