package cn.huiying.command.suggestion;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.Streams;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.command.report.generating.ReportOrder;
import cn.huiying.command.report.generating.ReportPeriods;
import cn.huiying.command.suggestion.SpecialReportStage.Draft;
import cn.huiying.command.suggestion.reporting.ReviseSpecialReport;
import cn.huiying.command.suggestion.reporting.SpecialReportOrder;
import cn.huiying.command.suggestion.reporting.ThemePlan;
import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.suggestion.FindSuggestions;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import cn.huiying.shared.time.WorkCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The doors to the commands on special reports. */
@RestController
class SpecialReportsRestApi {

    private static final SuggestionsOfPeriod NOTHING = new SuggestionsOfPeriod(0, List.of(), List.of());

    private final DossierDoor door;
    private final CommandDoor log;
    private final QueryGateway queries;
    private final Bodies bodies;
    private final EventStore eventStore;
    private final InstantSource clock;

    SpecialReportsRestApi(
            DossierDoor door,
            CommandDoor log,
            QueryGateway queries,
            Bodies bodies,
            EventStore eventStore,
            InstantSource clock) {
        this.door = door;
        this.log = log;
        this.queries = queries;
        this.bodies = bodies;
        this.eventStore = eventStore;
        this.clock = clock;
    }

    @PostMapping("/api/suggestions/special-reports")
    ResponseEntity<SpecialReportOutcome> draft(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        SuggestionKind.SPECIAL_REPORT.requireRole(actor.role(), SuggestionKind.SPECIAL_REPORT.creating());
        SpecialReportOrder order = bodies.read(SpecialReportOrder.class, body, Map.of(), null, null);
        ReportPeriods.read(
                new ReportOrder(ReportKind.TOPIC, null, order.from(), order.to(), null),
                WorkCalendar.dateOf(clock.instant()));
        requireNothingPersonal(order.themes());
        return door.create(
                SuggestionKind.SPECIAL_REPORT,
                actor,
                key,
                body,
                UUID.randomUUID(),
                Map.of("found", find(order.from(), order.to())));
    }

    @PostMapping("/api/suggestions/special-reports/{id}/{command}")
    ResponseEntity<SpecialReportOutcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        boolean revising = SuggestionKind.SPECIAL_REPORT.commands().get(slug) == ReviseSpecialReport.class;
        return door.act(
                SuggestionKind.SPECIAL_REPORT,
                actor,
                id,
                slug,
                ifMatch,
                key,
                body,
                revising ? Map.of("found", findAgain(actor, id, body)) : Map.of());
    }

    /** What is not a draft is refused by the report itself: nothing has to be found for it. */
    private SuggestionsOfPeriod findAgain(Actor actor, String id, JsonNode body) {
        SuggestionKind.SPECIAL_REPORT.requireRole(actor.role(), ReviseSpecialReport.class);
        Object report = SuggestionKind.SPECIAL_REPORT.idOf(id);
        door.requireThere(SuggestionKind.SPECIAL_REPORT, report);
        ReviseSpecialReport revision = bodies.read(
                ReviseSpecialReport.class,
                body,
                Map.of("reportId", report, "at", clock.instant(), "found", NOTHING),
                null,
                null);
        requireNothingPersonal(revision.themes());
        SpecialReportStage stage = Streams.<SpecialReportStage, SpecialReportEvent>fold(
                eventStore, report.toString(), SpecialReportEvent.class, null, SpecialReportStage::evolve);
        return stage instanceof Draft draft ? find(draft.from(), draft.to()) : NOTHING;
    }

    private SuggestionsOfPeriod find(LocalDate from, LocalDate to) {
        long head = log.position();
        SuggestionsOfPeriod found = queries.query(new FindSuggestions(from, to), SuggestionsOfPeriod.class)
                .join();
        if (found.position() < head) {
            throw Refused.byRule(
                    "the-figures-are-complete",
                    "数据目前到位置 " + found.position() + ",尚未到 " + head + ",请稍后再起草。",
                    "The suggestions are at position " + found.position() + " and not yet at " + head
                            + "; draft again soon.");
        }
        return found;
    }

    private static void requireNothingPersonal(List<ThemePlan> themes) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; themes != null && i < themes.size(); i++) {
            ThemePlan theme = themes.get(i);
            String pointer = "/themes/" + i + "/";
            check(pointer + "name", theme.name(), faults);
            check(pointer + "analysis", theme.analysis(), faults);
            check(pointer + "recommendations", theme.recommendations(), faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void check(String pointer, String text, List<Fault> faults) {
        if (text != null && PersonalDataPatterns.find(text).isPresent()) {
            faults.add(new Fault(
                    pointer,
                    "personal-data",
                    "这段文字会明文保存,请删去其中的电话、证件号、银行卡号或邮箱。",
                    "This text is kept in the clear; take out the phone, card or identity number or e-mail."));
        }
    }
}
