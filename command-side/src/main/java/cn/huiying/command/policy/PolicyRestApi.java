package cn.huiying.command.policy;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.command.policy.tagging.TagPolicy;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The doors to the commands on policies. */
@RestController
class PolicyRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final PolicyStages library;
    private final KnownTags known;
    private final InstantSource clock;

    PolicyRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            PolicyStages library,
            KnownTags known,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.library = library;
        this.known = known;
        this.clock = clock;
    }

    @PostMapping("/api/policies")
    ResponseEntity<PolicyOutcome> publish(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        PolicyActions.requireRole(actor.role(), PublishPolicy.class);
        Map<String, Object> metadata = keys.metadata(actor, "publish-policy", key, body);
        PolicyId id = new PolicyId(
                "POL-" + (key == null ? UUID.randomUUID() : metadata.get(CommandMetadata.IDEMPOTENCY_KEY)));
        PublishPolicy command = read(PublishPolicy.class, id, body);
        known.check(command.tags());
        return answer(ResponseEntity.created(URI.create("/api/public/policies/" + id)), command, actor, metadata);
    }

    @PostMapping("/api/policies/{id}/{command}")
    ResponseEntity<PolicyOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        PolicyId policy = there(id);
        Class<?> type = PolicyActions.bySlug().get(slug);
        if (type == null) {
            throw Refused.notFound(
                    "unknown-command", "没有操作“" + slug + "”。", "There is no command “" + slug + "” on this policy.");
        }
        PolicyActions.requireRole(actor.role(), type);
        Map<String, Object> metadata = keys.metadata(actor, policy + "/" + slug, key, body);
        EntityTags.expectedVersion(actor, ifMatch)
                .ifPresent(version -> metadata.put(CommandMetadata.EXPECTED_VERSION, version));
        Object command = read(type, policy, body == null ? JsonNodeFactory.instance.objectNode() : body);
        if (command instanceof TagPolicy tag) {
            known.check(tag.tags());
        }
        return answer(ResponseEntity.ok(), command, actor, metadata);
    }

    private <T> T read(Class<T> command, PolicyId id, JsonNode body) {
        return bodies.read(command, body, Map.of("policyId", id, "at", clock.instant()), null, null);
    }

    private ResponseEntity<PolicyOutcome> answer(
            ResponseEntity.BodyBuilder builder, Object command, Actor actor, Map<String, Object> metadata) {
        PolicyOutcome outcome = door.send(command, actor, metadata);
        return builder.eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    private PolicyId there(String id) {
        PolicyId policy;
        try {
            policy = new PolicyId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "政策编号格式不对。", e.getMessage() + ".");
        }
        library.find(policy)
                .orElseThrow(() -> Refused.notFound("policy-not-found", "没有找到该政策。", "There is no such policy."));
        return policy;
    }
}
