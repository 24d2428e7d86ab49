package cn.huiying.app.audit;

import cn.huiying.audit.LogEntry;
import cn.huiying.eventstore.LogSearch;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.Rendered;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.AccessRecorded;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Who read whose personal data, and who did what to the platform. */
@RestController
@ConditionalOnWebApplication
class AccessRestApi {

    /**
     * One entry of the access log.
     *
     * @param reader  the token's subject; at the command line “console-” and the name of the machine's user
     * @param opened  whose sealed data was opened, and for which fields it was sealed
     * @param status  of the answer; null where it was still to be sent
     * @param traceId of the request; null at the command line
     */
    record Access(
            long position,
            Instant at,
            String reader,
            Role role,
            @Nullable String agency,
            AccessAct act,
            String actText,
            String door,
            String target,
            List<AccessRecorded.Opened> opened,
            @Nullable Integer status,
            @Nullable String traceId,
            String leafHash) {

        static Access of(LogEntry entry, ObjectMapper json) {
            AccessRecorded access = json.readValue(entry.payload(), AccessRecorded.class);
            JsonNode who = json.readTree(entry.metadata());
            return new Access(
                    entry.position(),
                    access.at(),
                    who.path(Actor.ID).stringValue(),
                    Role.valueOf(who.path(Actor.ROLE).stringValue()),
                    who.path(Actor.AGENCY).stringValue(null),
                    access.act(),
                    access.act().chinese(),
                    access.door(),
                    access.target(),
                    access.opened(),
                    access.status() == 0 ? null : access.status(),
                    access.traceId(),
                    HexFormat.of().formatHex(entry.leafHash()));
        }
    }

    private final AccessLog accesses;
    private final Lists lists;
    private final JsonMapper json;

    AccessRestApi(AccessLog accesses, Lists lists, JsonMapper json) {
        this.accesses = accesses;
        this.lists = lists;
        this.json = json;
    }

    @GetMapping("/api/audit/access")
    @OnRecord(AccessAct.LOOK_UP)
    ResponseEntity<Rendered<Page<Access>>> accesses(Actor actor, HttpServletRequest request) {
        Auditors.check(actor);
        Parameters parameters = Parameters.of(
                request, Lists.parameters("subject", "reader", "role", "act", "from", "to", LogQuestions.AFTER));
        LogSearch search = new LogSearch(
                Set.of(),
                Set.of(),
                List.of(
                        LogQuestions.actor(parameters, "reader"),
                        LogQuestions.role(parameters),
                        new LogSearch.Field(false, "act", LogQuestions.names(parameters, "act", AccessAct.class))),
                parameters.repeated("subject").stream()
                        .map(AccessRestApi::subject)
                        .collect(Collectors.toUnmodifiableSet()),
                LogQuestions.moment(parameters, "from"),
                LogQuestions.moment(parameters, "to"));
        return lists.page(
                "audit-access",
                parameters,
                Access.class,
                LogQuestions.found(accesses.proven().log(), search, parameters),
                entry -> Access.of(entry, json),
                null,
                null);
    }

    /** As it stands in the stored JSON. */
    private static String subject(String id) {
        if (!id.matches("[0-9A-Za-z._-]{1,70}")) {
            throw new InvalidInput("subject", "form", "账号编号格式不对。", "This is not the id of an account.");
        }
        return "\"subject\":\"" + id + "\"";
    }
}
