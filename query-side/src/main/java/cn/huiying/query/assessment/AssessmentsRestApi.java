package cn.huiying.query.assessment;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Slugs;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.assessment.AgencyScore;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.assessment.Audience;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Period;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to assessments, rankings and their arithmetic. */
@RestController
class AssessmentsRestApi {

    private static final Set<Role> STEERING =
            Set.of(Role.SUPERVISOR, Role.BUREAU_LEADER, Role.CITY_LEADER, Role.INTAKE_OFFICER, Role.AUDITOR);

    /** Where an assessment stands. */
    enum Standing {
        OPENED("已开启"),
        CALCULATED("已计算"),
        PUBLISHED("已通报");

        private final String chinese;

        Standing(String chinese) {
            this.chinese = chinese;
        }

        static Standing of(AssessmentFile file) {
            return file.published() != null ? PUBLISHED : file.calculatedAt() != null ? CALCULATED : OPENED;
        }
    }

    /** @param objections that wait for a decision */
    record Row(
            String id,
            String period,
            String periodText,
            Standing state,
            String stateText,
            Instant openedAt,
            @Nullable Instant calculatedAt,
            @Nullable Instant objectionBy,
            @Nullable Instant publishedAt,
            @Nullable Audience audience,
            int agencies,
            int objections,
            long version) {}

    record ListOfAssessments(List<Row> items) {}

    /**
     * A place in the ranking.
     *
     * @param group  null where the agency is in none
     * @param points null where it could not be scored
     * @param rank   within the group; null where the agency received too few
     */
    record Place(
            AgencyName agency,
            @Nullable String group,
            long received,
            @Nullable BigDecimal points,
            @Nullable Integer rank) {}

    /** An objection and what was decided. */
    record ShownObjection(
            AgencyName agency,
            String text,
            Instant filedAt,
            @Nullable Boolean upheld,
            @Nullable Map<String, Long> corrections,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    /** @param position of the log, up to which the figures were counted */
    record Shown(
            Row assessment,
            AssessmentScheme scheme,
            @Nullable Long position,
            List<Place> places,
            List<ShownObjection> objections,
            List<AgencyName> honoured,
            List<AgencyName> exposed) {}

    /**
     * One line of the arithmetic, in words and in numbers.
     *
     * @param name   of the rate, or of what is taken off for
     * @param text   the line as it is written: 响应率 9/10 × 30 = 27.00
     * @param points null where the rate has no denominator: its points go to the others
     */
    record Line(
            String name,
            String text,
            long part,
            long whole,
            BigDecimal weight,
            @Nullable BigDecimal applied,
            @Nullable BigDecimal points) {}

    /** @param counts the frozen figures, with what upheld objections corrected */
    record Arithmetic(
            Row assessment, Place place, Map<String, Long> counts, List<Line> lines, List<ShownObjection> objections) {}

    /** A published ranking. */
    record Ranking(
            String assessment,
            String period,
            String periodText,
            Instant publishedAt,
            List<Place> places,
            List<AgencyName> honoured,
            List<AgencyName> exposed) {}

    private final Assessments assessments;
    private final AgencyDirectory directory;

    AssessmentsRestApi(Assessments assessments, AgencyDirectory directory) {
        this.assessments = assessments;
        this.directory = directory;
    }

    @GetMapping("/api/supervision/assessments")
    @ReadsFrom(AssessmentsProjection.NAME)
    ListOfAssessments all(Actor actor, HttpServletRequest request) {
        Parameters.of(request);
        requireSteering(actor);
        return new ListOfAssessments(
                assessments.all().stream().map(AssessmentsRestApi::row).toList());
    }

    @GetMapping("/api/supervision/assessments/{id}")
    @ReadsFrom(AssessmentsProjection.NAME)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        requireSteering(actor);
        AssessmentFile file = file(id);
        return ResponseEntity.ok()
                .eTag("\"" + file.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(file),
                        file.scheme(),
                        file.position(),
                        places(file),
                        objections(file, null),
                        names(file.honoured()),
                        names(file.exposed())));
    }

    /** Staff see their own agency's from the calculation on: that is what they may object to. */
    @GetMapping("/api/supervision/assessments/{id}/agencies/{code}")
    @ReadsFrom(AssessmentsProjection.NAME)
    ResponseEntity<Arithmetic> arithmetic(
            Actor actor, @PathVariable String id, @PathVariable String code, HttpServletRequest request) {
        Parameters.of(request);
        if (!code.equals(actor.agency()) && !STEERING.contains(actor.role())) {
            throw unknownAgency();
        }
        AssessmentFile file = file(id);
        AgencyScore score = file.scores().stream()
                .filter(one -> one.agency().equals(code))
                .findFirst()
                .orElseThrow(AssessmentsRestApi::unknownAgency);
        AgencyFigures figures = file.figures().stream()
                .filter(one -> one.agency().equals(code))
                .findFirst()
                .orElseThrow(AssessmentsRestApi::unknownAgency);
        return ResponseEntity.ok()
                .eTag("\"" + file.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Arithmetic(
                        row(file),
                        place(score),
                        bySlug(figures.counts()),
                        score.lines().stream().map(AssessmentsRestApi::line).toList(),
                        objections(file, code)));
    }

    @GetMapping("/api/supervision/rankings")
    @ReadsFrom(AssessmentsProjection.NAME)
    Ranking ranking(Actor actor, HttpServletRequest request) {
        boolean staff = actor.agency() != null;
        if (!staff) {
            requireSteering(actor);
        }
        return ranking(Parameters.of(request, "period"), null);
    }

    @GetMapping("/api/public/rankings")
    @ReadsFrom(AssessmentsProjection.NAME)
    Ranking published(HttpServletRequest request) {
        return ranking(Parameters.of(request, "period"), Audience.PUBLIC);
    }

    /** Of the period that is asked for, or of the last one. */
    private Ranking ranking(Parameters parameters, Audience audience) {
        AssessmentFile file = parameters
                .single("period")
                .map(Period::parse)
                .map(period -> assessments
                        .find(AssessmentId.of(period))
                        .filter(one -> one.audience() != null)
                        .filter(one -> audience == null || one.audience() == audience))
                .orElseGet(() -> assessments.lastPublished(audience))
                .orElseThrow(
                        () -> Refused.notFound("ranking-not-found", "没有已发布的排行榜。", "There is no published ranking."));
        return new Ranking(
                file.id().value(),
                file.id().period().name(),
                file.id().period().chinese(),
                file.publishedAt(),
                places(file),
                names(file.honoured()),
                names(file.exposed()));
    }

    private static void requireSteering(Actor actor) {
        if (!STEERING.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局、督办员、市领导和审计员可以查看考核。",
                    "Only the bureau, supervisors, city leaders and auditors see assessments.");
        }
    }

    private AssessmentFile file(String id) {
        try {
            return assessments
                    .find(new AssessmentId(id))
                    .orElseThrow(
                            () -> Refused.notFound("assessment-not-found", "没有找到该考核。", "There is no such assessment."));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "考核编号格式不对。", e.getMessage() + ".");
        }
    }

    private static Refused unknownAgency() {
        return Refused.notFound("agency-not-assessed", "本期考核没有该单位。", "This agency is not in the assessment.");
    }

    private static Row row(AssessmentFile file) {
        Standing standing = Standing.of(file);
        return new Row(
                file.id().value(),
                file.id().period().name(),
                file.id().period().chinese(),
                standing,
                standing.chinese,
                file.openedAt(),
                file.calculatedAt(),
                file.objectionBy(),
                file.publishedAt(),
                file.audience(),
                file.figures().size(),
                (int) file.objections().stream()
                        .filter(objection -> objection.upheld() == null)
                        .count(),
                file.version());
    }

    private List<Place> places(AssessmentFile file) {
        return file.scores().stream().map(this::place).toList();
    }

    private Place place(AgencyScore score) {
        return new Place(
                AgencyName.of(score.agency(), directory),
                score.group(),
                score.received(),
                score.points(),
                score.rank());
    }

    private List<AgencyName> names(List<String> codes) {
        return codes.stream().map(code -> AgencyName.of(code, directory)).toList();
    }

    private List<ShownObjection> objections(AssessmentFile file, String code) {
        return file.objections().stream()
                .filter(objection -> code == null || objection.agency().equals(code))
                .map(objection -> new ShownObjection(
                        AgencyName.of(objection.agency(), directory),
                        objection.text(),
                        objection.filedAt(),
                        objection.upheld(),
                        objection.upheld() == null ? null : bySlug(objection.corrections()),
                        objection.reason(),
                        objection.decidedAt()))
                .toList();
    }

    private static Map<String, Long> bySlug(Map<Measure, Long> counts) {
        Map<String, Long> bySlug = new LinkedHashMap<>();
        counts.forEach((measure, count) -> bySlug.put(Slugs.of(measure), count));
        return bySlug;
    }

    private static Line line(AgencyScore.Line line) {
        String name =
                line.rate() != null ? line.rate().chinese() : line.measure().chinese();
        String text;
        if (line.rate() == null) {
            text = "%s %d × −%s = %s".formatted(name, line.part(), line.weight().toPlainString(), line.points());
        } else if (line.points() == null) {
            text = "%s 无数据,%s 分并入其他各项".formatted(name, line.weight().toPlainString());
        } else {
            text = "%s %d/%d × %s = %s"
                    .formatted(
                            name,
                            line.part(),
                            line.whole(),
                            line.applied().stripTrailingZeros().toPlainString(),
                            line.points());
        }
        return new Line(name, text, line.part(), line.whole(), line.weight(), line.applied(), line.points());
    }
}
