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
import cn.huiying.query.supervision.ListedInstructions.Query;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.LeaderInstructionRecorded.Addressee;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionState;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the leaders' instructions, for the leaders and those who supervise. */
@RestController
class InstructionsListRestApi {

    /**
     * One row of the list.
     *
     * @param topic null where it is about petitions alone
     * @param report id of the special report it is about; null for others
     * @param dueOn until when it is to be done; null where none is given
     */
    record Row(
            String id,
            @Nullable String topic,
            @Nullable String report,
            List<String> petitions,
            List<AgencyName> agencies,
            @Nullable LocalDate dueOn,
            Instant recordedAt) {}

    /**
     * What became of it at one agency.
     *
     * @param order         the supervision order; null where none was drafted
     * @param feedbackDueAt until when the agency has to answer the order; null while it has not to
     * @param late          whether it should have answered
     */
    record AtAgency(
            AgencyName agency,
            @Nullable String order,
            @Nullable SupervisionState state,
            @Nullable String stateText,
            @Nullable Instant feedbackDueAt,
            boolean late) {}

    /** One instruction, whole. */
    record Shown(Row instruction, String text, List<AtAgency> addressees) {}

    private final ListedInstructions instructions;
    private final ListedOrders orders;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final EventStore eventStore;
    private final InstantSource clock;

    InstructionsListRestApi(
            ListedInstructions instructions,
            ListedOrders orders,
            AgencyDirectory directory,
            Lists lists,
            EventStore eventStore,
            InstantSource clock) {
        this.instructions = instructions;
        this.orders = orders;
        this.directory = directory;
        this.lists = lists;
        this.eventStore = eventStore;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/instructions")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        Viewers.requireSupervisingOr(Role.CITY_LEADER, actor);
        Parameters parameters = Parameters.of(request, Lists.parameters("agency", "petition"));
        Query query = new Query(
                Set.copyOf(parameters.repeated("agency")),
                parameters.single("petition").orElse(null));
        return lists.page(
                "instructions", parameters, Row.class, new ListedSource<>(instructions, query), this::row, null, null);
    }

    @GetMapping("/api/supervision/instructions/{id}")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Viewers.requireSupervisingOr(Role.CITY_LEADER, actor);
        Parameters.of(request);
        List<LeaderInstructionRecorded> found = new ArrayList<>();
        Stories.read(
                eventStore,
                instructionId(id),
                LeaderInstructionRecorded.class,
                (recorded, role) -> found.add(recorded.event()));
        if (found.isEmpty()) {
            throw Refused.notFound("instruction-not-found", "没有找到该批示。", "There is no such instruction.");
        }
        LeaderInstructionRecorded recorded = found.getFirst();
        Map<String, ListedOrder> drafted = orders.load(recorded.addressees().stream()
                .map(Addressee::order)
                .filter(Objects::nonNull)
                .map(SupervisionOrderId::value)
                .toList());
        // Without an entity tag of the instruction: what becomes of its orders is not its version.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(ListedInstruction.of(recorded)),
                        recorded.text(),
                        recorded.addressees().stream()
                                .map(addressee -> at(addressee, drafted))
                                .toList()));
    }

    private AtAgency at(Addressee addressee, Map<String, ListedOrder> drafted) {
        ListedOrder order =
                addressee.order() == null ? null : drafted.get(addressee.order().value());
        AgencyName agency = AgencyName.of(addressee.agency(), directory);
        return order == null
                ? new AtAgency(agency, null, null, null, null, false)
                : new AtAgency(
                        agency,
                        order.id(),
                        order.state(),
                        order.state().chinese(),
                        order.feedbackDueAt(),
                        order.late(clock.instant()));
    }

    private static String instructionId(String id) {
        try {
            return new InstructionId(id).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "批示编号格式不对。", e.getMessage() + ".");
        }
    }

    private Row row(ListedInstruction instruction) {
        return new Row(
                instruction.id(),
                instruction.topic(),
                instruction.report(),
                instruction.petitions(),
                instruction.agencies().stream()
                        .map(agency -> AgencyName.of(agency, directory))
                        .toList(),
                instruction.dueOn(),
                instruction.recordedAt());
    }
}
