package cn.huiying.command.supervision;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.command.supervision.recording.RecordOfflineSupervision;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the commands on supervision orders. */
@RestController
class SupervisionRestApi {

    private final DossierDoor door;
    private final SupervisionDoor scans;

    SupervisionRestApi(DossierDoor door, SupervisionDoor scans) {
        this.door = door;
        this.scans = scans;
    }

    @PostMapping("/api/supervision/orders")
    ResponseEntity<SupervisionOutcome> draft(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        return door.create(SupervisionKind.ORDER, actor, key, body, UUID.randomUUID());
    }

    @PostMapping("/api/supervision/orders/{id}/{command}")
    ResponseEntity<SupervisionOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        return door.act(SupervisionKind.ORDER, actor, id, slug, ifMatch, key, body);
    }

    @PostMapping("/api/supervision/orders/{id}/documents")
    ResponseEntity<SupervisionDoor.Scan> scan(
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        return scans.scan(SupervisionKind.ORDER, RecordOfflineSupervision.class, actor, id, body, request);
    }
}
