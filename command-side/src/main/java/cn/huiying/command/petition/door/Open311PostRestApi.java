package cn.huiying.command.petition.door;

import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TextLimits;
import cn.huiying.command.petition.door.PetitionRestApi.Submitted;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door of Open311 GeoReport v2 that posts: another form of the platform's own, with a key instead of a token. */
@RestController
class Open311PostRestApi {

    @JsonRootName("service_requests")
    record Created(@JsonValue List<Request> requests) {}

    /** @param account not told: it is the client's own */
    record Request(
            @JsonProperty("service_request_id") String id,
            @JsonProperty("service_notice") String notice,
            @JsonProperty("account_id") @Nullable String account) {}

    private final PetitionRestApi petitions;
    private final Open311Keys keys;
    private final ListedValues listed;
    private final TextLimits limits;

    Open311PostRestApi(PetitionRestApi petitions, Open311Keys keys, ListedValues listed, TextLimits limits) {
        this.petitions = petitions;
        this.keys = keys;
        this.listed = listed;
        this.limits = limits;
    }

    @PostMapping(
            path = "/open311/v2/requests.{format:json|xml}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Created> post(
            @PathVariable String format,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            HttpServletRequest request) {
        Open311Form form = new Open311Form(request.getParameterMap());
        Actor actor = new Actor(keys.subject(form.argument("api_key").orElse(null)), Role.CITIZEN, null, null);
        if (!form.argument("jurisdiction_id").orElse(keys.jurisdiction()).equals(keys.jurisdiction())) {
            throw Refused.notFound(
                    "jurisdiction-not-found",
                    "没有该 jurisdiction_id;本平台为 " + keys.jurisdiction() + "。",
                    "There is no such jurisdiction_id; this is " + keys.jurisdiction() + ".");
        }
        ResponseEntity<Submitted> submitted;
        try {
            submitted = petitions.submit(actor, key, form.petition(listed, limits));
        } catch (InvalidInput e) {
            throw Open311Form.named(e);
        }
        Submitted petition = submitted.getBody();
        String notice = "编号 " + petition.number() + ",查询码 " + petition.lookupCode() + ";审核公开后可在此查询。 · Number "
                + petition.number() + ", lookup code " + petition.lookupCode()
                + "; it can be read here once it was reviewed and published.";
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(new MediaType(
                        format.equals("xml") ? MediaType.TEXT_XML : MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header("Petition-Position", submitted.getHeaders().getFirst("Petition-Position"))
                .body(new Created(List.of(new Request(petition.number(), notice, null))));
    }
}
