package cn.huiying.command.supervision;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.supervision.MediaLeadId;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the commands on media leads. */
@RestController
class MediaLeadsRestApi {

    private final DossierDoor door;

    MediaLeadsRestApi(DossierDoor door) {
        this.door = door;
    }

    @PostMapping("/api/supervision/media-leads")
    ResponseEntity<MediaLeadOutcome> offer(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        return door.create(SupervisionKind.MEDIA_LEAD, actor, key, body, metadata -> leadOf(body), Map.of());
    }

    @PostMapping("/api/supervision/media-leads/{id}/{command}")
    ResponseEntity<MediaLeadOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        return door.act(SupervisionKind.MEDIA_LEAD, actor, id, slug, ifMatch, key, body);
    }

    /** That the petition is none is told with the other faults of the body. */
    private static MediaLeadId leadOf(JsonNode body) {
        return MediaLead.of(body.path("petition").asString(""));
    }
}
