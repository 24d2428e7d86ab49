package cn.huiying.command.erasure;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.rule.Actor;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the commands on erasures. */
@RestController
class ErasuresRestApi {

    private final DossierDoor door;

    ErasuresRestApi(DossierDoor door) {
        this.door = door;
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
