package cn.huiying.command.supervision;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.picture.Picture;
import cn.huiying.command.picture.Pictures;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.command.supervision.recording.RecordOfflineSupervision;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.SupervisionOrderId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The doors to the commands on supervision orders. */
@RestController
class SupervisionRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final AttachmentContents contents;
    private final EventStore eventStore;
    private final InstantSource clock;

    SupervisionRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            AttachmentContents contents,
            EventStore eventStore,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.contents = contents;
        this.eventStore = eventStore;
        this.clock = clock;
    }

    @PostMapping("/api/supervision/orders")
    ResponseEntity<SupervisionOutcome> draft(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireSupervisor(actor);
        Map<String, Object> metadata = keys.metadata(actor, "draft-supervision-order", key, body);
        SupervisionOrderId id = new SupervisionOrderId(
                "ORD-" + (key == null ? UUID.randomUUID() : metadata.get(CommandMetadata.IDEMPOTENCY_KEY)));
        SupervisionOutcome outcome = door.send(
                bodies.read(
                        DraftSupervisionOrder.class, body, Map.of("orderId", id, "at", clock.instant()), null, null),
                actor,
                metadata);
        return answer(ResponseEntity.created(URI.create("/api/supervision/orders/" + id)), outcome);
    }

    @PostMapping("/api/supervision/orders/{id}/{command}")
    ResponseEntity<SupervisionOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        SupervisionOrderId order = orderId(id);
        Class<?> type = SupervisionActions.bySlug().get(slug);
        if (type == null || type == DraftSupervisionOrder.class) {
            throw Refused.notFound(
                    "unknown-command", "没有操作“" + slug + "”。", "There is no command “" + slug + "” on an order.");
        }
        Map<String, Object> metadata = keys.metadata(actor, id + "/" + slug, key, body);
        EntityTags.expectedVersion(actor, ifMatch)
                .ifPresent(version -> metadata.put(CommandMetadata.EXPECTED_VERSION, version));
        requireThere(order);
        Object command = bodies.read(
                type,
                body == null ? JsonNodeFactory.instance.objectNode() : body,
                Map.of("orderId", order, "at", clock.instant()),
                null,
                null);
        if (command instanceof RecordOfflineSupervision record
                && !contents.has(order.value(), record.document().sha256())) {
            throw new InvalidInput(
                    "/document",
                    "unknown-value",
                    "没有收到该扫描件,请先上传(POST …/documents)。",
                    "This document was not sent in; send the scan first (POST …/documents).");
        }
        return answer(ResponseEntity.ok(), door.send(command, actor, metadata));
    }

    /** A scan that was kept, smaller than what was sent by what a camera adds. */
    record Scan(DocumentId document, String contentType, int size) {}

    /** Takes a scanned document, to be named by a record of what was done offline; the same again changes nothing. */
    @PostMapping("/api/supervision/orders/{id}/documents")
    ResponseEntity<Scan> scan(
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        requireSupervisor(actor);
        SupervisionOrderId order = orderId(id);
        requireThere(order);
        Picture picture = Pictures.clean(request.getContentType(), body == null ? new byte[0] : body);
        contents.keep(order.value(), picture.sha256(), picture.bytes());
        DocumentId document = DocumentId.of(picture.sha256());
        return ResponseEntity.created(URI.create("/api/supervision/orders/" + id + "/documents/" + document))
                .header("Petition-Position", "" + door.position())
                .body(new Scan(document, picture.contentType(), picture.bytes().length));
    }

    private ResponseEntity<SupervisionOutcome> answer(ResponseEntity.BodyBuilder builder, SupervisionOutcome outcome) {
        return builder.eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    private static void requireSupervisor(Actor actor) {
        if (actor.role() != Role.SUPERVISOR && actor.role() != Role.BUREAU_LEADER) {
            throw Refused.forbidden(
                    "role-may-not", "只有督办员和信访局领导可以督办。", "Only supervisors and bureau leaders supervise.");
        }
    }

    /** Else the framework would only say that the aggregate is unknown. */
    private void requireThere(SupervisionOrderId id) {
        if (!eventStore.readEvents(id.toString()).hasNext()) {
            throw SupervisionOrder.unknown();
        }
    }

    private static SupervisionOrderId orderId(String id) {
        try {
            return new SupervisionOrderId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "督办件编号格式不对。", e.getMessage() + ".");
        }
    }
}
