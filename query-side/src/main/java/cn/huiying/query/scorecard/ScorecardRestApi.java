package cn.huiying.query.scorecard;

import cn.huiying.query.assessment.Ranks;
import cn.huiying.query.assessment.Ranks.Rank;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.statistics.Periods;
import cn.huiying.query.statistics.Statistics;
import cn.huiying.query.statistics.Statistics.Group;
import cn.huiying.query.statistics.Statistics.PeriodShown;
import cn.huiying.query.supervision.OrdersOfAgency;
import cn.huiying.query.supervision.SupervisedAgencies;
import cn.huiying.query.workqueue.Workload;
import cn.huiying.query.workqueue.Workload.Pressing;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An agency's own scorecard 单位记分卡: its queue, what is due next, its orders, its rates and its rank on one page. */
@RestController
class ScorecardRestApi {

    private static final Set<Role> BUREAU =
            Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER, Role.CITY_LEADER, Role.INTAKE_OFFICER, Role.AUDITOR);

    /** Who may see what petitions are called before they are redacted: whoever sees the queue. */
    private static final Set<Role> SEEING_TITLES =
            Set.of(Role.AGENCY_HANDLER, Role.AGENCY_LEADER, Role.SUPERVISOR, Role.BUREAU_LEADER, Role.INTAKE_OFFICER);

    private static final int NEXT = 10;

    /**
     * @param queue   petitions by bucket
     * @param dueNext what is due first, at most ten; none for whoever does not see the queue
     * @param figures of the petitions that were submitted in the period, compared with the period before
     * @param rank    in the last published assessment; null where it has none
     */
    record Scorecard(
            AgencyName agency,
            Map<String, Long> queue,
            List<Pressing> dueNext,
            OrdersOfAgency orders,
            PeriodShown period,
            Group figures,
            @Nullable Rank rank) {}

    private final Workload workload;
    private final SupervisedAgencies supervised;
    private final Statistics statistics;
    private final Ranks ranks;
    private final AgencyDirectory directory;
    private final InstantSource clock;

    ScorecardRestApi(
            Workload workload,
            SupervisedAgencies supervised,
            Statistics statistics,
            Ranks ranks,
            AgencyDirectory directory,
            InstantSource clock) {
        this.workload = workload;
        this.supervised = supervised;
        this.statistics = statistics;
        this.ranks = ranks;
        this.directory = directory;
        this.clock = clock;
    }

    /** The figures are as new as the header says; queue and orders are newer still. */
    @GetMapping("/api/agencies/{code}/scorecard")
    @ReadsFrom(Statistics.READ_MODEL)
    ResponseEntity<Scorecard> scorecard(Actor actor, @PathVariable String code, HttpServletRequest request) {
        boolean known = directory.has(code) && (code.equals(actor.agency()) || BUREAU.contains(actor.role()));
        if (!known) {
            throw Refused.notFound("scorecard-not-found", "没有找到该单位的记分卡。", "There is no such scorecard.");
        }
        Instant now = clock.instant();
        LocalDate today = WorkCalendar.dateOf(now);
        Period period = Periods.read(Parameters.of(request, "period", "from", "to"), today)
                .orElse(Period.of(Period.Kind.MONTH, today));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Scorecard(
                        AgencyName.of(code, directory),
                        workload.counts(code, now),
                        SEEING_TITLES.contains(actor.role()) ? workload.dueNext(code, now, NEXT) : List.of(),
                        supervised.of(code, now),
                        statistics.show(period, today),
                        statistics.ofAgency(code, period, today),
                        ranks.last(code).orElse(null)));
    }
}
