package cn.huiying.query.statistics;

import cn.huiying.shared.statistics.Measure;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Something the cube counts: the fold of one stream of events, with the version that was folded in last. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PetitionFact.class, name = "petition"),
    @JsonSubTypes.Type(value = OrderFact.class, name = "order"),
    @JsonSubTypes.Type(value = AccountFact.class, name = "account"),
    @JsonSubTypes.Type(value = VisitsFact.class, name = "visits"),
    @JsonSubTypes.Type(value = CalendarFact.class, name = "calendar")
})
sealed interface Fact permits PetitionFact, OrderFact, AccountFact, VisitsFact, CalendarFact {

    /**
     * How a fact counts.
     *
     * @param receivedOn the day in Jieyang
     * @param resolvedOn null while it is not
     * @param times      how often
     * @param workdays   what it took; null where that is not known
     */
    record Cell(
            LocalDate receivedOn,
            LocalDate resolvedOn,
            Map<Dimension, String> at,
            Set<Measure> measures,
            long times,
            Integer workdays) {}

    /** What no other fact has. */
    String id();

    /** Null where it does not count yet, or never. */
    Cell cell();
}
