package cn.huiying.query.statistics;

import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A registered user. */
record AccountFact(String id, LocalDate registeredOn, boolean cancelled) implements Fact {

    /** @return the same where the event changes nothing; null before the registration */
    static AccountFact evolve(AccountFact fact, AccountEvent event) {
        return switch (event) {
            case CitizenRegistered e -> registered(fact, e);
            case EnterpriseRegistered e -> registered(fact, e);
            case AccountCancelled e -> fact == null ? null : new AccountFact(fact.id, fact.registeredOn, true);
            default -> fact;
        };
    }

    /** Who registers again is one user still. */
    private static AccountFact registered(AccountFact fact, AccountEvent event) {
        return fact != null ? fact : new AccountFact(event.accountId().value(), WorkCalendar.dateOf(event.at()), false);
    }

    @Override
    public Cell cell() {
        Set<Measure> measures = EnumSet.of(Measure.USERS_REGISTERED);
        if (cancelled) {
            measures.add(Measure.USERS_CANCELLED);
        }
        return new Cell(registeredOn, null, Map.of(), measures, 1, null);
    }
}
