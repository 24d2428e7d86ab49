package cn.huiying.command.report;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Digests;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.report.generating.GenerateReport;
import cn.huiying.command.report.generating.ReportOrder;
import cn.huiying.command.report.generating.ReportPeriods;
import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.report.FindReport;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportId;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.report.WrittenReport;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.serialization.EventSerialization;
import cn.huiying.shared.statistics.Period;
import cn.huiying.shared.time.WorkCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The door by which reports are generated. */
@RestController
class ReportRestApi {

    private static final int LONGEST_TITLE = 30;

    private final CommandDoor door;
    private final QueryGateway queries;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final ListedValues listed;
    private final InstantSource clock;
    private final Serializer events = EventSerialization.serializer();

    ReportRestApi(
            CommandDoor door,
            QueryGateway queries,
            IdempotencyKeys keys,
            Bodies bodies,
            ListedValues listed,
            InstantSource clock) {
        this.door = door;
        this.queries = queries;
        this.keys = keys;
        this.bodies = bodies;
        this.listed = listed;
        this.clock = clock;
    }

    @PostMapping("/api/reports")
    ResponseEntity<ReportOutcome> generate(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        Report.requireReporter(actor.role());
        ReportOrder order = bodies.read(ReportOrder.class, body, Map.of(), null, null);
        Instant now = clock.instant();
        LocalDate today = WorkCalendar.dateOf(now);
        Period period = ReportPeriods.read(order, today);
        checkTopic(order);
        long head = door.position();
        WrittenReport written = queries.query(
                        new FindReport(order.kind(), period.from(), period.to(), order.topic(), today),
                        WrittenReport.class)
                .join();
        if (written.position() < head) {
            throw Refused.byRule(
                    "the-figures-are-complete",
                    "统计目前到位置 " + written.position() + ",尚未到 " + head + ",请稍后再生成。",
                    "The statistics are at position " + written.position() + " and not yet at " + head
                            + "; generate again soon.");
        }
        ReportOutcome outcome = door.send(
                new GenerateReport(
                        id(order, period),
                        now,
                        order.kind(),
                        period.from(),
                        period.to(),
                        order.topic(),
                        written,
                        digest(written.content())),
                actor,
                keys.metadata(actor, "generate-report", key, body));
        return ResponseEntity.created(URI.create("/api/reports/" + outcome.id()))
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    private static ReportId id(ReportOrder order, Period period) {
        return order.kind() == ReportKind.TOPIC
                ? ReportId.ofTopic(Digests.of(
                        period.from().toString(),
                        period.to().toString(),
                        order.topic().toString()))
                : ReportId.of(order.kind(), period);
    }

    private String digest(ReportContent content) {
        return Digests.sha256(events.serialize(content, byte[].class).getData());
    }

    private void checkTopic(ReportOrder order) {
        ReportTopic topic = order.topic();
        if ((order.kind() == ReportKind.TOPIC) != (topic != null)) {
            throw topic == null
                    ? new InvalidInput("/topic", "missing", "专题报告须给出专题。", "A special topic report needs its topic.")
                    : new InvalidInput("/topic", "unfit", "只有专题报告才有专题。", "Only a special topic report has a topic.");
        }
        if (topic == null) {
            return;
        }
        if (topic.title() == null || topic.title().isBlank() || topic.title().length() > LONGEST_TITLE) {
            throw new InvalidInput(
                    "/topic/title",
                    "length",
                    "专题名称须为 1 至 " + LONGEST_TITLE + " 字。",
                    "The title must have 1 to " + LONGEST_TITLE + " characters.");
        }
        if (PersonalDataPatterns.find(topic.title()).isPresent()) {
            throw new InvalidInput(
                    "/topic/title",
                    "personal-data",
                    "专题名称会明文保存,请删去其中的个人信息。",
                    "The title is kept in the clear; take out what is personal.");
        }
        requireListed("/topic/domains", topic.domains(), listed.domains());
        requireListed("/topic/districts", topic.districts(), listed.districts());
    }

    private static void requireListed(String pointer, Collection<String> values, Set<String> known) {
        if (!known.containsAll(values)) {
            String allowed = String.join("、", known.stream().sorted().toList());
            throw new InvalidInput(
                    pointer,
                    "unknown-value",
                    "取值须是 " + allowed + " 之一。",
                    "The values must be some of " + allowed + ".");
        }
    }
}
