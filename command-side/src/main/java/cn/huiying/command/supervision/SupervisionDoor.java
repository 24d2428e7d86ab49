package cn.huiying.command.supervision;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.Streams;
import cn.huiying.command.picture.Picture;
import cn.huiying.command.picture.Pictures;
import cn.huiying.command.supervision.action.NamesDocument;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.ProposalEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How commands in supervision come in, whatever they are about. */
class SupervisionDoor {

    /** What a command led to. */
    interface Versioned {

        long version();
    }

    /** A scan that was kept, smaller than what was sent by what a camera adds. */
    record Scan(DocumentId document, String contentType, int size) {}

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final AttachmentContents contents;
    private final EventStore eventStore;
    private final InstantSource clock;

    SupervisionDoor(
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

    /** @param fresh makes the id where no key does */
    <O extends Versioned> ResponseEntity<O> create(
            SupervisionKind kind, Actor actor, String key, JsonNode body, UUID fresh) {
        return create(
                kind,
                actor,
                key,
                body,
                metadata -> kind.newId(key == null ? fresh : metadata.get(CommandMetadata.IDEMPOTENCY_KEY)));
    }

    /** @param idOf from the metadata of the command */
    <O extends Versioned> ResponseEntity<O> create(
            SupervisionKind kind, Actor actor, String key, JsonNode body, Function<Map<String, Object>, Object> idOf) {
        kind.requireRole(actor.role(), kind.creating());
        Map<String, Object> metadata = keys.metadata(actor, kind.target(), key, body);
        Object id = idOf.apply(metadata);
        Object command =
                bodies.read(kind.creating(), body, Map.of(kind.idName(), id, "at", clock.instant()), null, null);
        return answer(ResponseEntity.created(URI.create(kind.path() + "/" + id)), door.send(command, actor, metadata));
    }

    <O extends Versioned> ResponseEntity<O> act(
            SupervisionKind kind, Actor actor, String text, String slug, String ifMatch, String key, JsonNode body) {
        Object id = kind.idOf(text);
        Class<?> type = kind.commands().get(slug);
        if (type == null) {
            throw kind.unknownCommand(slug);
        }
        Map<String, Object> metadata = keys.metadata(actor, id + "/" + slug, key, body);
        EntityTags.expectedVersion(actor, ifMatch)
                .ifPresent(version -> metadata.put(CommandMetadata.EXPECTED_VERSION, version));
        requireThere(kind, id);
        Object command = bodies.read(
                type,
                body == null ? JsonNodeFactory.instance.objectNode() : body,
                Map.of(kind.idName(), id, "at", clock.instant()),
                null,
                null);
        if (command instanceof NamesDocument naming
                && naming.document() != null
                && !contents.has(id.toString(), naming.document().sha256())) {
            throw new InvalidInput(
                    "/document",
                    "unknown-value",
                    "没有收到该扫描件,请先上传(POST …/documents)。",
                    "This document was not sent in; send the scan first (POST …/documents).");
        }
        return answer(ResponseEntity.ok(), door.send(command, actor, metadata));
    }

    /**
     * Takes a scanned document, to be named by a command; the same again changes nothing.
     *
     * @param naming the command, whose roles may send it in
     */
    ResponseEntity<Scan> scan(
            SupervisionKind kind,
            Class<? extends NamesDocument> naming,
            Actor actor,
            String text,
            byte[] body,
            HttpServletRequest request) {
        kind.requireRole(actor.role(), naming);
        Object id = kind.idOf(text);
        requireThere(kind, id);
        requireKnown(kind, id, actor);
        Picture picture = Pictures.clean(request.getContentType(), body == null ? new byte[0] : body);
        contents.keep(id.toString(), picture.sha256(), picture.bytes());
        DocumentId document = DocumentId.of(picture.sha256());
        return ResponseEntity.created(URI.create(kind.path() + "/" + id + "/documents/" + document))
                .header("Petition-Position", "" + door.position())
                .body(new Scan(document, picture.contentType(), picture.bytes().length));
    }

    private <O extends Versioned> ResponseEntity<O> answer(ResponseEntity.BodyBuilder builder, O outcome) {
        return builder.eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    /** A scan leaves no event, so no aggregate asks whose proposal it is. */
    private void requireKnown(SupervisionKind kind, Object id, Actor actor) {
        ProposalStage proposal =
                Streams.fold(eventStore, id.toString(), ProposalEvent.class, null, ProposalStage::evolve);
        if (proposal != null && !proposal.isKnownTo(actor)) {
            throw kind.unknown();
        }
    }

    /** Else the framework would only say that the aggregate is unknown. */
    private void requireThere(SupervisionKind kind, Object id) {
        if (!eventStore.readEvents(id.toString()).hasNext()) {
            throw kind.unknown();
        }
    }
}
