package cn.huiying.app.audit;

import cn.huiying.audit.LogEntry;
import cn.huiying.eventstore.LogSearch;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.serialization.EventTypes;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The log as a list: in pages, or all at once as lines. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class AuditEventsRestApi {

    /** One event a line; https://github.com/ndjson/ndjson-spec. */
    static final String NDJSON = "application/x-ndjson";

    private static final String[] FILTERS = {
        "petition", "type", "actor", "role", "agency", "from", "to", LogQuestions.AFTER
    };
    private static final int LINES_AT_ONCE = 1_000;

    private static final Map<String, Set<String>> TYPES = EventTypes.all().stream()
            .collect(Collectors.groupingBy(
                    Class::getSimpleName, Collectors.mapping(Class::getName, Collectors.toUnmodifiableSet())));

    private final SqliteEventStorageEngine log;
    private final AccessRecorder recorder;
    private final Lists lists;
    private final JsonMapper json;

    AuditEventsRestApi(SqliteEventStorageEngine log, AccessRecorder recorder, Lists lists, JsonMapper json) {
        this.log = log;
        this.recorder = recorder;
        this.lists = lists;
        this.json = json;
    }

    @GetMapping(path = "/api/audit/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @ReadsFrom(ReadsFrom.LOG)
    @OnRecord(AccessAct.LOOK_UP)
    ResponseEntity<Rendered<Page<LoggedEvent>>> events(Actor actor, HttpServletRequest request) {
        Auditors.check(actor);
        Parameters parameters = Parameters.of(request, Lists.parameters(FILTERS));
        LogQuestions.Found found = LogQuestions.found(log, search(parameters), parameters);
        return lists.page(
                "audit-events", parameters, LoggedEvent.class, found, entry -> LoggedEvent.of(entry, json), null, null);
    }

    /** All of them up to the head; whoever is cut off goes on with {@code after}, the last position it has. */
    @GetMapping(path = "/api/audit/events", produces = NDJSON)
    @ReadsFrom(ReadsFrom.LOG)
    @OnRecord(AccessAct.EXPORT)
    void lines(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Auditors.check(actor);
        Parameters parameters = Parameters.of(request, FILTERS);
        LogSearch search = search(parameters);
        long head = log.headPosition();
        long after = parameters.position(LogQuestions.AFTER).orElse(0L);
        recorder.record(request);
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ServletOutputStream out = response.getOutputStream();
        for (List<LogEntry> some; ; after = some.getLast().position()) {
            some = log.entries(search, after, head, false, LINES_AT_ONCE);
            for (LogEntry entry : some) {
                out.write(json.writeValueAsBytes(LoggedEvent.of(entry, json)));
                out.write('\n');
            }
            if (some.size() < LINES_AT_ONCE) {
                return;
            }
        }
    }

    @GetMapping("/api/audit/petitions/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    @OnRecord(AccessAct.LOOK_UP)
    Page<LoggedEvent> petition(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Auditors.check(actor);
        Parameters.of(request);
        LogSearch ofPetition = LogSearch.ofStreams(Set.of(petition(id, "id")));
        List<LoggedEvent> events = log.entries(ofPetition, 0, log.headPosition(), false, Integer.MAX_VALUE).stream()
                .map(entry -> LoggedEvent.of(entry, json))
                .toList();
        if (events.isEmpty()) {
            throw Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
        }
        return new Page<>(events, null, null, null, null, null);
    }

    private static LogSearch search(Parameters parameters) {
        return new LogSearch(
                parameters.repeated("petition").stream()
                        .map(id -> petition(id, "petition"))
                        .collect(Collectors.toUnmodifiableSet()),
                parameters.anyOf("type", TYPES).stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()),
                List.of(
                        LogQuestions.actor(parameters, "actor"),
                        LogQuestions.role(parameters),
                        new LogSearch.Field(true, Actor.AGENCY, Set.copyOf(parameters.repeated("agency")))),
                Set.of(),
                LogQuestions.moment(parameters, "from"),
                LogQuestions.moment(parameters, "to"));
    }

    private static String petition(String id, String parameter) {
        try {
            return new PetitionId(id).toString();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(parameter, "form", "留言编号格式不对。", e.getMessage() + ".");
        }
    }
}
