package cn.huiying.query.listing;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.RisingIssues.Issue;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 易发多发 for those who supervise: each matter with the body of the one supervision order that it can be given. */
@RestController
class HotIssuesRestApi {

    private static final Set<Role> SUPERVISING =
            Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER, Role.CITY_LEADER, Role.INTAKE_OFFICER);

    /** @param petitions ids, at most 50 */
    record OfAgency(AgencyName agency, List<PetitionId> petitions) {}

    record Reference(PetitionId id, String number, String title, State state) {}

    /** What to send to {@code POST /api/supervision/orders}; the form is the caller's to choose. */
    record Draft(
            String form,
            String channel,
            SupervisionTrigger trigger,
            String agency,
            List<PetitionId> petitions,
            String matter) {}

    /**
     * @param rise   above what the period before lets expect, in standard deviations
     * @param latest the petitions that were submitted last
     * @param draft  an order to the agency that has most of them; null where no agency has any
     */
    record ShownIssue(
            String topic,
            String district,
            String districtText,
            long count,
            long before,
            double rise,
            List<OfAgency> agencies,
            List<Reference> latest,
            @Nullable Draft draft) {}

    record Issues(LocalDate from, LocalDate to, List<ShownIssue> issues) {}

    private static final int LATEST = 5;

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final PetitionFilters filters;
    private final ListingSettings settings;

    HotIssuesRestApi(
            PetitionIndex index, AgencyDirectory directory, PetitionFilters filters, ListingSettings settings) {
        this.index = index;
        this.directory = directory;
        this.filters = filters;
        this.settings = settings;
    }

    @GetMapping("/api/supervision/hot-issues")
    @ReadsFrom(ListingProjection.NAME)
    Issues issues(Actor actor, HttpServletRequest request) {
        if (!SUPERVISING.contains(actor.role()) && actor.role() != Role.COUNTY_OFFICER) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局、督办员和市领导可以查看。",
                    "Only the bureau, supervisors and city leaders see hot issues.");
        }
        Parameters parameters = Parameters.of(request, "from", "to", "section", "type", "domain", "district", "limit");
        parameters.required("from");
        parameters.required("to");
        PetitionFilter now = filters.read(parameters);
        if (actor.role() == Role.COUNTY_OFFICER) {
            now = now.withDistrict(actor.district());
        }
        LocalDate from = WorkCalendar.dateOf(now.from());
        LocalDate after = WorkCalendar.dateOf(now.to());
        PetitionFilter before = HotTopicsRestApi.before(now);
        return new Issues(
                from,
                after.minusDays(1),
                RisingIssues.find(index, now, before, parameters.integer("limit", 1, 50, 10)).issues().stream()
                        .map(this::shown)
                        .toList());
    }

    private ShownIssue shown(Issue issue) {
        Map<String, List<PetitionId>> byAgency = issue.byAgency();
        String place = settings.districts().getOrDefault(issue.district(), issue.district());
        Draft draft = issue.order(settings)
                .map(order -> new Draft(
                        "E_ORDER",
                        "ONLINE",
                        SupervisionTrigger.HOT_ISSUE,
                        order.agency(),
                        order.petitions(),
                        order.matter()))
                .orElse(null);
        return new ShownIssue(
                issue.topic(),
                issue.district(),
                place,
                issue.count(),
                issue.before(),
                issue.rise(),
                byAgency.entrySet().stream()
                        .map(entry -> new OfAgency(AgencyName.of(entry.getKey(), directory), entry.getValue()))
                        .toList(),
                issue.petitions().stream()
                        .limit(LATEST)
                        .map(petition ->
                                new Reference(petition.id(), petition.number(), petition.title(), petition.state()))
                        .toList(),
                draft);
    }
}
