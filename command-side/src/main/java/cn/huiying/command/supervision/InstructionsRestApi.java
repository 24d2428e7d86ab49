package cn.huiying.command.supervision;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.rule.Actor;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The door by which leaders instruct. */
@RestController
class InstructionsRestApi {

    private final DossierDoor door;

    InstructionsRestApi(DossierDoor door) {
        this.door = door;
    }

    @PostMapping("/api/supervision/instructions")
    ResponseEntity<InstructionOutcome> record(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        return door.create(SupervisionKind.INSTRUCTION, actor, key, body, UUID.randomUUID());
    }
}
