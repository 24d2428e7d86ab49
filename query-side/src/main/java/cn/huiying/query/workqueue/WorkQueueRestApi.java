package cn.huiying.query.workqueue;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.query.workqueue.WorkItem.Due;
import cn.huiying.query.workqueue.WorkItem.Lateness;
import cn.huiying.query.workqueue.WorkItems.Order;
import cn.huiying.query.workqueue.WorkItems.Place;
import cn.huiying.query.workqueue.WorkItems.Query;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Light;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the queues: the bureau's intake, and each agency's own. */
@RestController
class WorkQueueRestApi {

    private static final Map<String, Tray> DESKS = trays(Desk.values());
    private static final Map<String, Tray> BUCKETS = trays(Bucket.values());
    private static final Map<String, Order> ORDERS = Map.of("since", Order.SINCE, "dueAt", Order.DUE_AT);
    private static final Set<Role> BUREAU =
            Set.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER, Role.SUPERVISOR, Role.AUDITOR);

    /**
     * One row of a queue.
     *
     * @param title       opened for those who handle the petition; null where its author's key was destroyed
     * @param agency      the lead agency
     * @param buckets     where it is: the bureau's desks, the agency's bucket, due soon or overdue
     * @param since       since when it waits there
     * @param dueAt       when the first deadline of the queue's side is over; null where none runs
     * @param light       of that side; green where none of its deadlines runs
     * @param provisional whether {@code dueAt} may move when a year's days off are published
     * @param paused      whether the clock stands still; what stands still presses nobody
     * @param coHandler   whether the queue's agency only takes part
     */
    record Row(
            String id,
            String number,
            Section section,
            PetitionType type,
            String domain,
            String district,
            @Nullable LimitClass limitClass,
            @Nullable Urgency urgency,
            @Nullable String title,
            @Nullable AgencyName agency,
            State state,
            String stateText,
            List<String> buckets,
            Instant submittedAt,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable Light light,
            boolean provisional,
            boolean paused,
            boolean coHandler,
            long version) {}

    private static final String[] PARAMETERS = Lists.parameters(
            "bucket", "section", "type", "domain", "district", "agency", "state", "from", "to", "sort", AsOf.PARAMETER);

    private final WorkItems items;
    private final ObjectProvider<PastWorkItems> past;
    private final AgencyDirectory directory;
    private final PetitionFilters filters;
    private final Lists lists;
    private final Vault vault;
    private final InstantSource clock;

    WorkQueueRestApi(
            WorkItems items,
            ObjectProvider<PastWorkItems> past,
            AgencyDirectory directory,
            PetitionFilters filters,
            Lists lists,
            Vault vault,
            InstantSource clock) {
        this.items = items;
        this.past = past;
        this.directory = directory;
        this.filters = filters;
        this.lists = lists;
        this.vault = vault;
        this.clock = clock;
    }

    @GetMapping("/api/intake")
    @ReadsFrom(WorkQueueProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> intake(Actor actor, AsOf asOf, HttpServletRequest request) {
        if (!BUREAU.contains(actor.role()) && actor.role() != Role.COUNTY_OFFICER) {
            throw Refused.forbidden(
                    "role-may-not", "只有信访局和审计员可以查看受理队列。", "Only the bureau and auditors may see the intake queue.");
        }
        Parameters parameters = Parameters.of(request, PARAMETERS);
        String district = actor.role() == Role.COUNTY_OFFICER ? actor.district() : null;
        return page("intake " + district, query(null, DESKS, district, parameters, asOf), parameters, asOf);
    }

    @GetMapping("/api/agencies/{code}/queue")
    @ReadsFrom(WorkQueueProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> queue(
            Actor actor, AsOf asOf, @PathVariable String code, HttpServletRequest request) {
        boolean own = code.equals(actor.agency())
                && (actor.role() == Role.AGENCY_HANDLER || actor.role() == Role.AGENCY_LEADER);
        if (!own && !BUREAU.contains(actor.role())) {
            throw Refused.notFound("queue-not-found", "没有找到该单位的队列。", "There is no such queue.");
        }
        Parameters parameters = Parameters.of(request, PARAMETERS);
        return page("queue " + code, query(code, BUCKETS, null, parameters, asOf), parameters, asOf);
    }

    private Query query(String agency, Map<String, Tray> trays, String district, Parameters parameters, AsOf asOf) {
        return new Query(
                agency,
                parameters.anyOf("bucket", trays),
                district,
                filters.read(parameters),
                parameters.oneOf("sort", ORDERS).orElse(Order.SINCE),
                asOf == null ? clock.instant() : asOf.instant());
    }

    private static Map<String, Tray> trays(Tray[] own) {
        return Stream.concat(Arrays.stream(own), Arrays.stream(Lateness.values()))
                .collect(Collectors.toMap(Tray::slug, Function.identity()));
    }

    private ResponseEntity<Rendered<Page<Row>>> page(String list, Query query, Parameters parameters, AsOf asOf) {
        return asOf == null
                ? page(list, query, parameters, items, directory)
                : past.getObject()
                        .read(
                                asOf.position(),
                                then -> page(list, query, parameters, then, directory.asOf(asOf.position())));
    }

    private ResponseEntity<Rendered<Page<Row>>> page(
            String list, Query query, Parameters parameters, WorkItems asked, AgencyNames names) {
        return lists.page(
                list,
                parameters,
                Row.class,
                new Queue(asked, query),
                item -> row(item, query, names),
                null,
                asked.counts(query));
    }

    private record Queue(WorkItems items, Query query) implements Lists.Source<WorkItem> {

        @Override
        public List<WorkItem> page(String[] from, boolean backwards, int limit) {
            Place place = from == null ? null : new Place(Instant.ofEpochMilli(Long.parseLong(from[0])), from[1]);
            return items.page(query, place, backwards, limit);
        }

        @Override
        public String[] placeOf(WorkItem item) {
            Place place = query.placeOf(item);
            return new String[] {"" + place.moment().toEpochMilli(), place.id()};
        }

        @Override
        public long count() {
            return items.count(query);
        }
    }

    private Row row(WorkItem item, Query query, AgencyNames names) {
        Due due = item.due(query.side());
        Light light = due == null ? Light.GREEN : due.light(query.now());
        Bucket bucket = query.agency() == null ? item.bucket() : item.bucketOf(query.agency());
        List<String> buckets = Stream.of(
                        item.desks().keySet().stream().sorted(), Stream.ofNullable(bucket), Lateness.of(light).stream())
                .flatMap(trays -> trays)
                .map(Tray::slug)
                .toList();
        return new Row(
                item.id(),
                item.number(),
                item.section(),
                item.type(),
                item.domain(),
                item.district(),
                item.limitClass(),
                item.urgency(),
                vault.open(item.title()).orElse(null),
                AgencyName.of(item.agency(), names),
                item.state(),
                item.state().chinese(),
                buckets,
                item.submittedAt(),
                query.agency() == null ? item.deskSince() : item.since(),
                due == null ? null : due.dueAt(),
                light,
                due != null && due.provisional(),
                item.paused(),
                query.agency() != null && item.isCoHandler(query.agency()),
                item.version());
    }
}
