package cn.huiying.command.erasure;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the commands on erasures, and to how one stands. */
@RestController
class ErasuresRestApi {

    private static final Set<Role> KNOWING = Set.of(Role.SEC_ADMIN, Role.BUREAU_LEADER, Role.AUDIT_ADMIN, Role.AUDITOR);

    /** How an erasure stands. */
    record ErasureView(
            ErasureId id,
            AccountId subject,
            ErasureBasis basis,
            String basisText,
            String reason,
            Instant requestedAt,
            ErasureState state,
            String stateText) {}

    private final DossierDoor door;
    private final EventStore eventStore;

    ErasuresRestApi(DossierDoor door, EventStore eventStore) {
        this.door = door;
        this.eventStore = eventStore;
    }

    @GetMapping("/api/privacy/erasures/{id}")
    ResponseEntity<ErasureView> erasure(Actor actor, @PathVariable String id) {
        if (!KNOWING.contains(actor.role())) {
            throw ErasureKind.ERASURE.unknown();
        }
        door.requireThere(ErasureKind.ERASURE, ErasureKind.ERASURE.idOf(id));
        ErasureStage stage = null;
        ErasureRequested requested = null;
        long version = 0;
        for (DomainEventStream events = eventStore.readEvents(id); events.hasNext(); ) {
            DomainEventMessage<?> event = events.next();
            stage = ErasureStage.evolve(stage, (ErasureEvent) event.getPayload());
            requested = event.getPayload() instanceof ErasureRequested first ? first : requested;
            version = event.getSequenceNumber();
        }
        return ResponseEntity.ok()
                .eTag("\"" + version + "\"")
                .body(new ErasureView(
                        requested.erasureId(),
                        requested.subject(),
                        requested.basis(),
                        requested.basis().chinese(),
                        requested.reason(),
                        requested.at(),
                        stage.state(),
                        stage.stateText()));
    }

    @PostMapping("/api/privacy/erasures")
    ResponseEntity<ErasureOutcome> request(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        return door.create(ErasureKind.ERASURE, actor, key, body, UUID.randomUUID());
    }

    @PostMapping("/api/privacy/erasures/{id}/{command}")
    ResponseEntity<ErasureOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        return door.act(ErasureKind.ERASURE, actor, id, slug, ifMatch, key, body);
    }
}
