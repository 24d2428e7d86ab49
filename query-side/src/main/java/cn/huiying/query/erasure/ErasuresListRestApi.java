package cn.huiying.query.erasure;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.erasure.ListedErasure.Act;
import cn.huiying.query.erasure.ListedErasures.Query;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the erasures, for those who ask for them, decide them, or look on. */
@RestController
class ErasuresListRestApi {

    private static final Set<Role> KNOWING = Set.of(Role.SEC_ADMIN, Role.BUREAU_LEADER, Role.AUDIT_ADMIN, Role.AUDITOR);

    /**
     * One erasure: there is no more of it than the list shows.
     *
     * @param decidedBy      null before the decision, like the moment
     * @param refusal        why it was refused; null otherwise
     * @param keyDestroyedAt null before
     */
    record Row(
            String id,
            String subject,
            ErasureBasis basis,
            String basisText,
            String reason,
            ErasureState state,
            String stateText,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String refusal,
            @Nullable Instant keyDestroyedAt,
            long version) {}

    private final ListedErasures erasures;
    private final Lists lists;
    private final EventStore eventStore;

    ErasuresListRestApi(ListedErasures erasures, Lists lists, EventStore eventStore) {
        this.erasures = erasures;
        this.lists = lists;
        this.eventStore = eventStore;
    }

    @GetMapping("/api/privacy/erasures")
    @ReadsFrom(ErasuresProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> list(Actor actor, HttpServletRequest request) {
        if (!KNOWING.contains(actor.role())) {
            throw Refused.forbidden("role-may-not", "您的角色不能查看删除申请。", "Your role may not see the list of erasures.");
        }
        Parameters parameters = Parameters.of(request, Lists.parameters("state"));
        Query query = new Query(parameters.anyOf("state", Parameters.constants(ErasureState.class)));
        return lists.page(
                "erasures",
                parameters,
                Row.class,
                new ListedSource<>(erasures, query),
                ErasuresListRestApi::row,
                null,
                erasures.counts());
    }

    @GetMapping("/api/privacy/erasures/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Row> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        ListedErasure erasure = read(erasureId(id));
        if (erasure == null || !KNOWING.contains(actor.role())) {
            throw Refused.notFound("erasure-not-found", "没有找到该个人信息删除申请。", "There is no such erasure.");
        }
        return ResponseEntity.ok()
                .eTag("\"" + erasure.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(row(erasure));
    }

    private ListedErasure read(String id) {
        ListedErasure erasure = null;
        for (DomainEventStream events = eventStore.readEvents(id); events.hasNext(); ) {
            DomainEventMessage<?> event = events.next();
            Act act = new Act(
                    (ErasureEvent) event.getPayload(),
                    Actor.from(event.getMetaData()).id());
            erasure = ListedErasure.evolve(erasure, new Recorded<>(act, event.getSequenceNumber(), 0));
        }
        return erasure;
    }

    private static String erasureId(String id) {
        try {
            return new ErasureId(id).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "个人信息删除申请编号格式不对。", e.getMessage() + ".");
        }
    }

    private static Row row(ListedErasure erasure) {
        return new Row(
                erasure.id(),
                erasure.subject(),
                erasure.basis(),
                erasure.basis().chinese(),
                erasure.reason(),
                erasure.state(),
                erasure.state().chinese(),
                erasure.requestedBy(),
                erasure.requestedAt(),
                erasure.decidedBy(),
                erasure.decidedAt(),
                erasure.refusal(),
                erasure.keyDestroyedAt(),
                erasure.version());
    }
}
