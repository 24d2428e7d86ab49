package cn.huiying.command.organisation;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.organisation.merging.MergeAgency;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The door to what happens to an agency. */
@RestController
class AgencyRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final InstantSource clock;

    AgencyRestApi(CommandDoor door, IdempotencyKeys keys, Bodies bodies, InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Who continues the duties of an agency. */
    record Merged(String agency, String successor) {}

    /** The sweep hands over what the agency has in hand; merging it into the same successor again changes nothing. */
    @PostMapping("/api/agencies/{code}/merge")
    ResponseEntity<Merged> merge(
            Actor actor,
            @PathVariable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        if (actor.role() != Role.BUREAU_LEADER && actor.role() != Role.SYS_ADMIN) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导和系统管理员可以合并单位。",
                    "Only the bureau's leader and a system administrator may merge agencies.");
        }
        if (!code.matches("\\d{6}-\\d{3}")) {
            throw new InvalidInput("code", "form", "单位代码格式不对。", "An agency's code looks like 445224-101.");
        }
        MergeAgency command = bodies.read(
                MergeAgency.class, body, Map.of("agencyId", AgencyId.of(code), "at", clock.instant()), null, null);
        door.send(command, actor, keys.metadata(actor, "agencies/" + code + "/merge", key, body));
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(new Merged(code, command.successor()));
    }
}
