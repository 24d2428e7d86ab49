package cn.huiying.command.assessment;

import cn.huiying.command.assessment.calculating.CalculateAssessment;
import cn.huiying.command.assessment.deciding.DecideObjection;
import cn.huiying.command.assessment.objecting.FileObjection;
import cn.huiying.command.assessment.opening.AssessmentOpening;
import cn.huiying.command.assessment.opening.OpenAssessmentPeriod;
import cn.huiying.command.assessment.publishing.PublishAssessment;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.FiguresOfAgencies;
import cn.huiying.shared.assessment.FindAgencyFigures;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.statistics.Period;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the commands on assessments. */
@RestController
class AssessmentRestApi {

    private final CommandDoor door;
    private final QueryGateway queries;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final EventStore eventStore;
    private final InstantSource clock;

    AssessmentRestApi(
            CommandDoor door,
            QueryGateway queries,
            IdempotencyKeys keys,
            Bodies bodies,
            EventStore eventStore,
            InstantSource clock) {
        this.door = door;
        this.queries = queries;
        this.keys = keys;
        this.bodies = bodies;
        this.eventStore = eventStore;
        this.clock = clock;
    }

    @PostMapping("/api/supervision/assessments")
    ResponseEntity<AssessmentOutcome> open(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        AssessmentOpening opening = bodies.read(AssessmentOpening.class, body, Map.of(), null, null);
        AssessmentId id = AssessmentId.of(Period.parse(opening.period()));
        AssessmentOutcome outcome = door.send(
                new OpenAssessmentPeriod(id, clock.instant(), opening.scheme()),
                actor,
                keys.metadata(actor, id + "/open", key, body));
        return answer(ResponseEntity.created(URI.create("/api/supervision/assessments/" + id)), outcome);
    }

    /** The figures are those of now; a command names what was seen. */
    @PostMapping("/api/supervision/assessments/{id}/calculate")
    ResponseEntity<AssessmentOutcome> calculate(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key) {
        Assessment.requireBureau(actor.role());
        AssessmentId assessment = there(id);
        Period period = assessment.period();
        long head = door.position();
        FiguresOfAgencies figures = queries.query(
                        new FindAgencyFigures(period.from(), period.to()), FiguresOfAgencies.class)
                .join();
        if (figures.position() < head) {
            throw Refused.byRule(
                    "the-figures-are-complete",
                    "统计目前到位置 " + figures.position() + ",尚未到 " + head + ",请稍后再计算。",
                    "The statistics are at position " + figures.position() + " and not yet at " + head
                            + "; calculate again soon.");
        }
        return send(
                actor,
                id,
                "calculate",
                ifMatch,
                key,
                null,
                new CalculateAssessment(assessment, clock.instant(), figures));
    }

    @PostMapping("/api/supervision/assessments/{id}/object")
    ResponseEntity<AssessmentOutcome> object(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        Map<String, Object> given = new HashMap<>(Map.of("assessmentId", there(id), "at", clock.instant()));
        given.put("agency", actor.agency());
        return send(actor, id, "object", ifMatch, key, body, bodies.read(FileObjection.class, body, given, null, null));
    }

    @PostMapping("/api/supervision/assessments/{id}/decide-objection")
    ResponseEntity<AssessmentOutcome> decide(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        Map<String, Object> given = Map.of("assessmentId", there(id), "at", clock.instant());
        return send(
                actor,
                id,
                "decide-objection",
                ifMatch,
                key,
                body,
                bodies.read(DecideObjection.class, body, given, null, null));
    }

    @PostMapping("/api/supervision/assessments/{id}/publish")
    ResponseEntity<AssessmentOutcome> publish(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        Map<String, Object> given = Map.of("assessmentId", there(id), "at", clock.instant());
        return send(
                actor,
                id,
                "publish",
                ifMatch,
                key,
                body,
                bodies.read(PublishAssessment.class, body, given, null, null));
    }

    private ResponseEntity<AssessmentOutcome> send(
            Actor actor, String id, String slug, String ifMatch, String key, JsonNode body, Object command) {
        Map<String, Object> metadata = keys.metadata(actor, id + "/" + slug, key, body);
        EntityTags.expectedVersion(actor, ifMatch)
                .ifPresent(version -> metadata.put(CommandMetadata.EXPECTED_VERSION, version));
        return answer(ResponseEntity.ok(), door.send(command, actor, metadata));
    }

    private ResponseEntity<AssessmentOutcome> answer(ResponseEntity.BodyBuilder builder, AssessmentOutcome outcome) {
        return builder.eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    /** Else the framework would only say that the aggregate is unknown. */
    private AssessmentId there(String id) {
        try {
            AssessmentId assessment = new AssessmentId(id);
            if (!eventStore.readEvents(id).hasNext()) {
                throw Assessment.unknown();
            }
            return assessment;
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "考核编号格式不对。", e.getMessage() + ".");
        }
    }
}
