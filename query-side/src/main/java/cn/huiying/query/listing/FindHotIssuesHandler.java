package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.shared.supervision.FindHotIssues;
import cn.huiying.shared.supervision.HotIssues;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what rises, from what this node has listed so far. */
class FindHotIssuesHandler {

    private static final int MOST = 10;

    private final PetitionIndex index;
    private final ListingSettings settings;

    FindHotIssuesHandler(PetitionIndex index, ListingSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    @QueryHandler
    HotIssues handle(FindHotIssues query) {
        PetitionFilter now =
                PetitionFilter.ALL.between(start(query.from()), start(query.to().plusDays(1)));
        return new HotIssues(RisingIssues.find(index, now, HotTopicsRestApi.before(now), MOST).issues().stream()
                .map(issue -> issue.order(settings))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
