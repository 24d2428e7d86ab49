package cn.huiying.query.report;

import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.report.Reports.Place;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.report.ReportTopic;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the reports. */
@RestController
class ReportsRestApi {

    private static final Set<Role> READING =
            Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER, Role.CITY_LEADER, Role.INTAKE_OFFICER, Role.AUDITOR);

    /**
     * What a list shows of an edition.
     *
     * @param preliminary 阶段性数据: whether the period was not over
     * @param position    of the log, up to which was counted
     * @param digest      SHA-256 of the content
     */
    record Row(
            String id,
            ReportKind kind,
            String kindText,
            String title,
            LocalDate from,
            LocalDate to,
            int edition,
            boolean preliminary,
            long position,
            String digest,
            Instant generatedAt) {}

    /** @param topic null where it is about all petitions */
    record Shown(Row report, @Nullable ReportTopic topic, ReportContent content) {}

    private final Reports reports;
    private final Lists lists;

    ReportsRestApi(Reports reports, Lists lists) {
        this.reports = reports;
        this.lists = lists;
    }

    @GetMapping("/api/reports")
    @ReadsFrom(ReportsProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        requireReading(actor);
        Parameters parameters = Parameters.of(request, Lists.parameters("kind"));
        Set<ReportKind> kinds = parameters.anyOf("kind", Parameters.constants(ReportKind.class));
        return lists.page(
                "reports",
                parameters,
                Row.class,
                new Lists.Source<ReportGenerated>() {
                    @Override
                    public List<ReportGenerated> page(String[] from, boolean backwards, int limit) {
                        Place place =
                                from == null ? null : new Place(Instant.ofEpochMilli(Long.parseLong(from[0])), from[1]);
                        return reports.page(kinds, place, backwards, limit);
                    }

                    @Override
                    public String[] placeOf(ReportGenerated report) {
                        return new String[] {"" + report.at().toEpochMilli(), Reports.id(report)};
                    }

                    @Override
                    public long count() {
                        return reports.count(kinds);
                    }
                },
                ReportsRestApi::row,
                null,
                null);
    }

    @GetMapping("/api/reports/{id}")
    @ReadsFrom(ReportsProjection.NAME)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        ReportGenerated report = open(actor, id, request);
        return ResponseEntity.ok()
                .eTag("\"" + report.digest() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(row(report), report.topic(), report.content()));
    }

    @GetMapping("/api/reports/{id}/xlsx")
    @OnRecord(AccessAct.EXPORT)
    @ReadsFrom(ReportsProjection.NAME)
    ResponseEntity<byte[]> workbook(Actor actor, @PathVariable String id, HttpServletRequest request) {
        ReportGenerated report = open(actor, id, request);
        return file(report, "xlsx", "spreadsheetml.sheet", PoiWorkbook.write(Printed.of(report)));
    }

    @GetMapping("/api/reports/{id}/docx")
    @OnRecord(AccessAct.EXPORT)
    @ReadsFrom(ReportsProjection.NAME)
    ResponseEntity<byte[]> document(Actor actor, @PathVariable String id, HttpServletRequest request) {
        ReportGenerated report = open(actor, id, request);
        return file(report, "docx", "wordprocessingml.document", PoiDocument.write(Printed.of(report)));
    }

    private static ResponseEntity<byte[]> file(ReportGenerated report, String form, String type, byte[] content) {
        return ResponseEntity.ok()
                .eTag("\"" + report.digest() + "-" + form + "\"")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument." + type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(report.content().title() + "." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private ReportGenerated open(Actor actor, String id, HttpServletRequest request) {
        Parameters.of(request);
        requireReading(actor);
        return reports.find(id)
                .orElseThrow(() -> Refused.notFound("report-not-found", "没有找到该报表。", "There is no such report."));
    }

    private static void requireReading(Actor actor) {
        if (!READING.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局、督办员、市领导和审计员可以查看报表。",
                    "Only the bureau, supervisors, city leaders and auditors see reports.");
        }
    }

    private static Row row(ReportGenerated report) {
        return new Row(
                Reports.id(report),
                report.kind(),
                report.kind().chinese(),
                report.content().title(),
                report.from(),
                report.to(),
                report.edition(),
                report.preliminary(),
                report.position(),
                report.digest(),
                report.at());
    }
}
