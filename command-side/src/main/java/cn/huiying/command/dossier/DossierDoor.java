package cn.huiying.command.dossier;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How commands on dossiers come in, whatever they are about. */
public class DossierDoor {

    /** What a command led to. */
    public interface Versioned {

        long version();
    }

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final AttachmentContents contents;
    private final EventStore eventStore;
    private final List<CommandCheck> checks;
    private final InstantSource clock;

    public DossierDoor(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            AttachmentContents contents,
            EventStore eventStore,
            List<CommandCheck> checks,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.contents = contents;
        this.eventStore = eventStore;
        this.checks = checks;
        this.clock = clock;
    }

    /** @param fresh makes the id where no key does */
    public <O extends Versioned> ResponseEntity<O> create(
            DossierKind kind, Actor actor, String key, JsonNode body, UUID fresh) {
        return create(kind, actor, key, body, fresh, Map.of());
    }

    /** @param given what of the command its door brings in */
    public <O extends Versioned> ResponseEntity<O> create(
            DossierKind kind, Actor actor, String key, JsonNode body, UUID fresh, Map<String, ?> given) {
        return create(
                kind,
                actor,
                key,
                body,
                metadata -> kind.newId(key == null ? fresh : metadata.get(CommandMetadata.IDEMPOTENCY_KEY)),
                given);
    }

    /** @param idOf from the metadata of the command */
    public <O extends Versioned> ResponseEntity<O> create(
            DossierKind kind,
            Actor actor,
            String key,
            JsonNode body,
            Function<Map<String, Object>, Object> idOf,
            Map<String, ?> given) {
        kind.requireRole(actor.role(), kind.creating());
        Map<String, Object> metadata = keys.metadata(actor, kind.target(), key, body);
        Object id = idOf.apply(metadata);
        Object command = bodies.read(kind.creating(), body, given(kind, id, given), null, null);
        checks.forEach(check -> check.check(command));
        return answer(ResponseEntity.created(URI.create(kind.location(id))), door.send(command, actor, metadata));
    }

    public <O extends Versioned> ResponseEntity<O> act(
            DossierKind kind, Actor actor, String text, String slug, String ifMatch, String key, JsonNode body) {
        return act(kind, actor, text, slug, ifMatch, key, body, Map.of());
    }

    /** @param given what of the command its door brings in */
    public <O extends Versioned> ResponseEntity<O> act(
            DossierKind kind,
            Actor actor,
            String text,
            String slug,
            String ifMatch,
            String key,
            JsonNode body,
            Map<String, ?> given) {
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
                type, body == null ? JsonNodeFactory.instance.objectNode() : body, given(kind, id, given), null, null);
        if (command instanceof NamesDocument naming
                && naming.document() != null
                && !contents.has(id.toString(), naming.document().sha256())) {
            throw new InvalidInput(
                    "/document",
                    "unknown-value",
                    "没有收到该扫描件,请先上传(POST …/documents)。",
                    "This document was not sent in; send the scan first (POST …/documents).");
        }
        checks.forEach(check -> check.check(command));
        return answer(ResponseEntity.ok(), door.send(command, actor, metadata));
    }

    private Map<String, Object> given(DossierKind kind, Object id, Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(more);
        given.put(kind.idName(), id);
        given.put("at", clock.instant());
        return given;
    }

    private <O extends Versioned> ResponseEntity<O> answer(ResponseEntity.BodyBuilder builder, O outcome) {
        return builder.eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    /** Else the framework would only say that the aggregate is unknown, or fold another type's events into it. */
    public void requireThere(DossierKind kind, Object id) {
        DomainEventStream events = eventStore.readEvents(id.toString());
        if (!events.hasNext() || !events.peek().getType().equals(kind.type())) {
            throw kind.unknown();
        }
    }
}
