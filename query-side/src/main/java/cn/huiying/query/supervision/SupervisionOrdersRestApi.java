package cn.huiying.query.supervision;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.Stories;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.supervision.ListedOrders.Order;
import cn.huiying.query.supervision.ListedOrders.Query;
import cn.huiying.query.supervision.OrderFile.Feedback;
import cn.huiying.query.supervision.OrderFile.OfflineRecord;
import cn.huiying.query.supervision.OrderFile.Step;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the supervision orders: all of them for those who supervise, its own for each agency. */
@RestController
class SupervisionOrdersRestApi {

    private static final Map<String, Order> ORDERS = Map.of("-draftedAt", Order.DRAFTED_AT, "dueAt", Order.DUE_AT);

    /**
     * One row of a list.
     *
     * @param feedbackDueAt until when the agency has to answer; null while it has not to
     * @param late          whether it should have answered
     */
    record Row(
            String id,
            SupervisionForm form,
            String formText,
            SupervisionChannel channel,
            SupervisionTrigger trigger,
            String triggerText,
            AgencyName agency,
            List<String> petitions,
            String matter,
            SupervisionState state,
            String stateText,
            Instant draftedAt,
            @Nullable Instant feedbackDueAt,
            boolean late,
            long version) {}

    /**
     * One order, whole.
     *
     * @param requirement     what the agency has to do; null before it is issued
     * @param jointConference reference of the joint conference's decision; null where it decided nothing
     * @param result          how it ended; null before
     */
    record Shown(
            Row order,
            @Nullable String requirement,
            @Nullable String jointConference,
            @Nullable String result,
            List<Feedback> feedback,
            List<OfflineRecord> records,
            List<Step> history) {}

    private final ListedOrders orders;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final EventStore eventStore;
    private final AttachmentContents contents;
    private final InstantSource clock;

    SupervisionOrdersRestApi(
            ListedOrders orders,
            AgencyDirectory directory,
            Lists lists,
            EventStore eventStore,
            AttachmentContents contents,
            InstantSource clock) {
        this.orders = orders;
        this.directory = directory;
        this.lists = lists;
        this.eventStore = eventStore;
        this.contents = contents;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/orders")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        if (!Viewers.supervise(actor)) {
            throw Refused.forbidden(
                    "role-may-not", "只有督办员和信访局领导可以查看全部督办件。", "Only supervisors and bureau leaders see all orders.");
        }
        Parameters parameters = Parameters.of(
                request, Lists.parameters("state", "form", "channel", "trigger", "agency", "petition", "late", "sort"));
        return page(
                "supervision-orders", query(parameters, Set.copyOf(parameters.repeated("agency")), true), parameters);
    }

    @GetMapping("/api/agencies/{code}/orders")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> own(Actor actor, @PathVariable String code, HttpServletRequest request) {
        if (!code.equals(actor.agency()) && !Viewers.supervise(actor)) {
            throw Refused.notFound("agency-not-found", "没有找到该单位的督办件。", "There are no such orders.");
        }
        Parameters parameters = Parameters.of(
                request, Lists.parameters("state", "form", "channel", "trigger", "petition", "late", "sort"));
        return page("agency-orders " + code, query(parameters, Set.of(code), false), parameters);
    }

    @GetMapping("/api/supervision/orders/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        OrderFile file = open(actor, id);
        return ResponseEntity.ok()
                .eTag("\"" + file.order.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(file.order, clock.instant()),
                        file.requirement,
                        file.jointConference,
                        file.result,
                        file.feedback,
                        file.records,
                        file.history));
    }

    @GetMapping("/api/supervision/orders/{id}/documents/{document}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<byte[]> document(
            Actor actor, @PathVariable String id, @PathVariable String document, HttpServletRequest request) {
        Parameters.of(request);
        OrderFile file = open(actor, id);
        return Scans.answer(
                id, document, file.records.stream().map(OfflineRecord::document).toList(), contents);
    }

    /** To an agency there are no drafts, and no orders to others. */
    private OrderFile open(Actor actor, String id) {
        SupervisionOrderId order;
        try {
            order = new SupervisionOrderId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "督办件编号格式不对。", e.getMessage() + ".");
        }
        OrderFile file = new OrderFile();
        Stories.read(eventStore, order.toString(), SupervisionEvent.class, file::evolve);
        boolean ofTheAgency =
                file.order != null && file.order.agency().equals(actor.agency()) && file.requirement != null;
        if (file.order == null || !Viewers.supervise(actor) && !ofTheAgency) {
            throw Refused.notFound("order-not-found", "没有找到该督办件。", "There is no such order.");
        }
        return file;
    }

    private Query query(Parameters parameters, Set<String> agencies, boolean drafts) {
        return new Query(
                parameters.anyOf("state", Parameters.constants(SupervisionState.class)),
                parameters.anyOf("form", Parameters.constants(SupervisionForm.class)),
                parameters.anyOf("channel", Parameters.constants(SupervisionChannel.class)),
                parameters.anyOf("trigger", Parameters.constants(SupervisionTrigger.class)),
                agencies,
                parameters.single("petition").orElse(null),
                drafts,
                parameters.oneOf("late", Map.of("true", true)).isPresent(),
                parameters.oneOf("sort", ORDERS).orElse(Order.DRAFTED_AT),
                clock.instant());
    }

    private ResponseEntity<Rendered<Page<Row>>> page(String list, Query query, Parameters parameters) {
        return lists.page(
                list,
                parameters,
                Row.class,
                new ListedSource<>(orders, query),
                order -> row(order, query.now()),
                null,
                orders.counts(query));
    }

    private Row row(ListedOrder order, Instant now) {
        return new Row(
                order.id(),
                order.form(),
                order.form().chinese(),
                order.channel(),
                order.trigger(),
                order.trigger().chinese(),
                AgencyName.of(order.agency(), directory),
                order.petitions(),
                order.matter(),
                order.state(),
                order.state().chinese(),
                order.draftedAt(),
                order.feedbackDueAt(),
                order.late(now),
                order.version());
    }
}
