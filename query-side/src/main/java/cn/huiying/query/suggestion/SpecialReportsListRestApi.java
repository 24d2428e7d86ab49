package cn.huiying.query.suggestion;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.Stories;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.report.PoiDocument;
import cn.huiying.query.report.Printed;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.suggestion.SpecialReportState;
import cn.huiying.shared.suggestion.SpecialReportSubmitted;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the special reports: drafts for the bureau, what is submitted for the leaders too. */
@RestController
class SpecialReportsListRestApi {

    private static final Set<Role> BUREAU = Set.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER, Role.AUDITOR);
    private static final Set<SpecialReportState> SUBMITTED =
            Set.of(SpecialReportState.SUBMITTED, SpecialReportState.INSTRUCTED);

    /**
     * One report in the list.
     *
     * @param to          last day, included
     * @param preliminary 阶段性数据: whether the period was not over when it was drafted
     * @param submittedAt null before
     */
    record Row(
            String id,
            String title,
            LocalDate from,
            LocalDate to,
            int revision,
            boolean preliminary,
            SuggestionNumbers numbers,
            SpecialReportState state,
            String stateText,
            Instant draftedAt,
            @Nullable Instant submittedAt,
            long version) {}

    /** What a leader instructed; how it stands at each agency is told by the instruction. */
    record Instruction(
            String instruction, String text, List<AgencyName> agencies, @Nullable LocalDate dueOn, Instant at) {}

    /**
     * Suggestions that belong together.
     *
     * @param suggestions     all of them
     * @param analysis        what they have in common; null where nothing is written, like the recommendations
     */
    record Theme(
            String name,
            SuggestionNumbers numbers,
            List<PetitionId> suggestions,
            List<SpecialReportDrafted.Representative> representatives,
            @Nullable String analysis,
            @Nullable String recommendations) {}

    /**
     * One report, whole.
     *
     * @param position of the log, up to which was counted
     */
    record Shown(
            Row report,
            long position,
            List<Theme> themes,
            List<SpecialReportDrafted.Measure> measures,
            List<Instruction> instructions) {}

    private final ListedReports reports;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final EventStore eventStore;

    SpecialReportsListRestApi(ListedReports reports, AgencyDirectory directory, Lists lists, EventStore eventStore) {
        this.reports = reports;
        this.directory = directory;
        this.lists = lists;
        this.eventStore = eventStore;
    }

    @GetMapping("/api/suggestions/special-reports")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        boolean leader = actor.role() == Role.CITY_LEADER;
        requireReading(actor);
        Parameters parameters = Parameters.of(request, Lists.parameters("state"));
        Set<SpecialReportState> states = parameters.anyOf("state", Parameters.constants(SpecialReportState.class));
        return lists.page(
                leader ? "submitted-special-reports" : "special-reports",
                parameters,
                Row.class,
                new ListedSource<>(reports, leader ? submitted(states) : states),
                SpecialReportsListRestApi::row,
                null,
                null);
    }

    /** To a leader there are no drafts. */
    private static Set<SpecialReportState> submitted(Set<SpecialReportState> states) {
        if (states.contains(SpecialReportState.DRAFT)) {
            throw Refused.forbidden("role-may-not", "市领导只能查看已报送的报告。", "City leaders see what was submitted.");
        }
        return states.isEmpty() ? SUBMITTED : states;
    }

    @GetMapping("/api/suggestions/special-reports/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        Story story = open(actor, id);
        SpecialReportDrafted draft = story.drafts.getLast();
        return ResponseEntity.ok()
                .eTag("\"" + story.report.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(story.report),
                        draft.position(),
                        draft.themes().stream()
                                .map(theme -> new Theme(
                                        theme.name(),
                                        theme.numbers(),
                                        theme.suggestions(),
                                        theme.representatives(),
                                        theme.analysis(),
                                        theme.recommendations()))
                                .toList(),
                        draft.measures(),
                        story.instructions.stream()
                                .map(instructed -> new Instruction(
                                        instructed.instruction(),
                                        instructed.text(),
                                        instructed.agencies().stream()
                                                .map(agency -> AgencyName.of(agency, directory))
                                                .toList(),
                                        instructed.dueOn(),
                                        instructed.at()))
                                .toList()));
    }

    /** The same revision is the same bytes, whenever it is asked for. */
    @GetMapping("/api/suggestions/special-reports/{id}/docx")
    @OnRecord(AccessAct.EXPORT)
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<byte[]> document(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "revision");
        Story story = open(actor, id);
        int last = story.drafts.size();
        SpecialReportDrafted draft = story.drafts.get(parameters.integer("revision", 1, last, last) - 1);
        return ResponseEntity.ok()
                .eTag("\"" + draft.revision() + "-docx\"")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.title() + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(PoiDocument.write(printed(draft)));
    }

    static Printed printed(SpecialReportDrafted draft) {
        return new Printed(
                SpecialReportWriter.write(draft),
                draft.preliminary(),
                List.of(
                        "专项情况报告",
                        draft.title(),
                        SpecialReportWriter.period(draft),
                        "市信访局",
                        SpecialReportWriter.day(WorkCalendar.dateOf(draft.at()))),
                List.of("第 " + draft.revision() + " 稿,数据截至日志位置 " + draft.position() + "。"),
                draft.at());
    }

    /** Everything that happened to one report. For one thread. */
    private static final class Story {

        private final List<SpecialReportDrafted> drafts = new ArrayList<>();
        private final List<SpecialReportInstructed> instructions = new ArrayList<>();
        private ListedReport report;

        void evolve(Recorded<SpecialReportEvent> recorded) {
            report = ListedReport.evolve(report, recorded);
            switch (recorded.event()) {
                case SpecialReportDrafted e -> drafts.add(e);
                case SpecialReportSubmitted e -> {}
                case SpecialReportInstructed e -> instructions.add(e);
            }
        }
    }

    private Story open(Actor actor, String id) {
        requireReading(actor);
        Story story = new Story();
        Stories.read(eventStore, reportId(id), SpecialReportEvent.class, (recorded, role) -> story.evolve(recorded));
        if (story.report == null
                || actor.role() == Role.CITY_LEADER && story.report.state() == SpecialReportState.DRAFT) {
            throw Refused.notFound("special-report-not-found", "没有找到该专项情况报告。", "There is no such special report.");
        }
        return story;
    }

    private static String reportId(String id) {
        try {
            return new SpecialReportId(id).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "专项情况报告编号格式不对。", e.getMessage() + ".");
        }
    }

    private static void requireReading(Actor actor) {
        if (!BUREAU.contains(actor.role()) && actor.role() != Role.CITY_LEADER) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局、市领导和审计员可以查看专项情况报告。",
                    "Only the bureau, city leaders and auditors see special reports.");
        }
    }

    private static Row row(ListedReport report) {
        return new Row(
                report.id(),
                report.title(),
                report.from(),
                report.to(),
                report.revision(),
                report.preliminary(),
                report.numbers(),
                report.state(),
                report.state().chinese(),
                report.draftedAt(),
                report.submittedAt(),
                report.version());
    }
}
