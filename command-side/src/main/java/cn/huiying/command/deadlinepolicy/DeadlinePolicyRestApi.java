package cn.huiying.command.deadlinepolicy;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.QueryParameters;
import cn.huiying.command.deadlinepolicy.publishing.BuiltInPolicy;
import cn.huiying.command.deadlinepolicy.publishing.PublishDeadlinePolicy;
import cn.huiying.command.deadlinepolicy.retiring.RetireDeadlinePolicy;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.PolicySeriesId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.serialization.PolicyFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the deadline policies. */
@RestController
class DeadlinePolicyRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final DeadlinePolicies policies;
    private final InstantSource clock;

    DeadlinePolicyRestApi(
            CommandDoor door, IdempotencyKeys keys, Bodies bodies, DeadlinePolicies policies, InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.policies = policies;
        this.clock = clock;
    }

    /** Where a published version stands. */
    enum Standing {
        TO_COME("待生效"),
        IN_FORCE("生效中"),
        REPLACED("已被替换");

        private final String chinese;

        Standing(String chinese) {
            this.chinese = chinese;
        }

        static Standing of(DeadlinePolicy policy, Policies policies, Instant now) {
            if (policy.effectiveFrom().isAfter(now)) {
                return TO_COME;
            }
            return policies.at(now).equals(policy) ? IN_FORCE : REPLACED;
        }
    }

    record ListedPolicy(
            String code, int version, String title, Instant effectiveFrom, Standing standing, String standingText) {}

    /** Every published version that was not retired, in the order they take effect. */
    record ListedPolicies(List<ListedPolicy> policies) {}

    /** @param policy as it can be sent to be published, under another version */
    record ShownPolicy(Standing standing, String standingText, DeadlinePolicy policy) {}

    @GetMapping("/api/deadline-policies")
    ResponseEntity<ListedPolicies> all(HttpServletRequest request) {
        QueryParameters.of(request.getParameterMap());
        return answer(ResponseEntity.ok(), listed(policies.current()));
    }

    @GetMapping("/api/deadline-policies/{code}/{version}")
    ResponseEntity<ShownPolicy> one(
            @PathVariable String code, @PathVariable String version, HttpServletRequest request) {
        QueryParameters.of(request.getParameterMap());
        return answer(ResponseEntity.ok(), shown(policies.current(), code, QueryParameters.number("version", version)));
    }

    @PostMapping("/api/deadline-policies")
    ResponseEntity<ShownPolicy> publish(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireLeader(actor);
        DeadlinePolicy policy = policy(body);
        Policies published = door.send(
                new PublishDeadlinePolicy(PolicySeriesId.CITY, policy, clock.instant()),
                actor,
                keys.metadata(actor, "deadline-policies", key, body));
        return answer(
                ResponseEntity.created(URI.create("/api/deadline-policies/" + policy.code() + "/" + policy.version())),
                shown(published, policy.code(), policy.version()));
    }

    @PostMapping("/api/deadline-policies/{code}/{version}/retire")
    ResponseEntity<ListedPolicies> retire(
            Actor actor,
            @PathVariable String code,
            @PathVariable String version,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireLeader(actor);
        int number = QueryParameters.number("version", version);
        RetireDeadlinePolicy command = bodies.read(
                RetireDeadlinePolicy.class,
                body,
                Map.of("seriesId", PolicySeriesId.CITY, "code", code, "version", number, "at", clock.instant()),
                null,
                null);
        Policies left = door.send(
                command,
                actor,
                keys.metadata(actor, "deadline-policies/" + code + "/" + number + "/retire", key, body));
        return answer(ResponseEntity.ok(), listed(left));
    }

    /** A built-in policy by its name, or a whole one written out. */
    private DeadlinePolicy policy(JsonNode body) {
        if (body.has("builtIn")) {
            return bodies.read(BuiltInPolicy.class, body, Map.of(), null, null).policy();
        }
        if (body.path("effectiveFrom").isNumber()) {
            throw new InvalidInput(
                    "/effectiveFrom",
                    "wrong-type",
                    "生效时间须是带时区的文本,如 2027-01-01T00:00:00+08:00。",
                    "The moment a policy takes effect is a text with an offset, such as 2027-01-01T00:00:00+08:00.");
        }
        return PolicyFiles.read(body.toString());
    }

    private ListedPolicies listed(Policies published) {
        Instant now = clock.instant();
        return new ListedPolicies(published.published().stream()
                .map(policy -> {
                    Standing standing = Standing.of(policy, published, now);
                    return new ListedPolicy(
                            policy.code(),
                            policy.version(),
                            policy.title(),
                            policy.effectiveFrom(),
                            standing,
                            standing.chinese);
                })
                .toList());
    }

    private ShownPolicy shown(Policies published, String code, int version) {
        DeadlinePolicy policy = published.byVersion(code, version);
        Standing standing = Standing.of(policy, published, clock.instant());
        return new ShownPolicy(standing, standing.chinese, policy);
    }

    private static void requireLeader(Actor actor) {
        if (actor.role() != Role.BUREAU_LEADER) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导可以发布或停用时限策略。",
                    "Only the bureau's leader may publish or retire a deadline policy.");
        }
    }

    private <B> ResponseEntity<B> answer(ResponseEntity.BodyBuilder builder, B body) {
        return builder.header("Petition-Position", "" + door.position()).body(body);
    }
}
