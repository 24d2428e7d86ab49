package cn.huiying.command.policy;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.policy.subscribing.SubscribeToPolicies;
import cn.huiying.command.policy.subscribing.UnsubscribeFromPolicies;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors by which an enterprise subscribes to policies. */
@RestController
class PolicySubscriptionRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final KnownTags known;
    private final InstantSource clock;

    PolicySubscriptionRestApi(
            CommandDoor door, IdempotencyKeys keys, Bodies bodies, KnownTags known, InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.known = known;
        this.clock = clock;
    }

    @PostMapping("/api/accounts/me/policy-subscription")
    ResponseEntity<PolicySubscriptionAnswer> subscribe(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        AccountId account = accountOf(actor);
        SubscribeToPolicies command = bodies.read(
                SubscribeToPolicies.class,
                body,
                Map.of("subscriptionId", PolicySubscriptionId.of(account), "account", account, "at", clock.instant()),
                null,
                null);
        known.check(command.tags());
        return answer(command, actor, keys.metadata(actor, "policy-subscription", key, body));
    }

    @PostMapping("/api/accounts/me/policy-subscription/end")
    ResponseEntity<PolicySubscriptionAnswer> unsubscribe(
            Actor actor, @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key) {
        AccountId account = accountOf(actor);
        return answer(
                new UnsubscribeFromPolicies(PolicySubscriptionId.of(account), clock.instant(), account),
                actor,
                keys.metadata(actor, "policy-subscription/end", key, null));
    }

    private static AccountId accountOf(Actor actor) {
        if (actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有企业可以订阅政策。", "Only enterprises subscribe to policies.");
        }
        return AccountId.ofSubject(actor.id());
    }

    private ResponseEntity<PolicySubscriptionAnswer> answer(Object command, Actor actor, Map<String, Object> metadata) {
        PolicySubscriptionAnswer answer = door.send(command, actor, metadata);
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(answer);
    }
}
