package cn.huiying.command.assessment;

import cn.huiying.command.assessment.calculating.CalculateAssessment;
import cn.huiying.command.assessment.calculating.OnlyAPeriodThatIsOverIsAssessed;
import cn.huiying.command.assessment.deciding.ACorrectionIsOfAnUpheldObjection;
import cn.huiying.command.assessment.deciding.DecideObjection;
import cn.huiying.command.assessment.objecting.AnObjectionComesInTime;
import cn.huiying.command.assessment.objecting.FileObjection;
import cn.huiying.command.assessment.publishing.EveryObjectionIsHeardFirst;
import cn.huiying.command.assessment.publishing.PublishAssessment;
import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.assessment.AgencyScore;
import cn.huiying.shared.assessment.Assessing;
import cn.huiying.shared.assessment.AssessmentCalculated;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.assessment.AssessmentObjectionDecided;
import cn.huiying.shared.assessment.AssessmentObjectionFiled;
import cn.huiying.shared.assessment.AssessmentPeriodOpened;
import cn.huiying.shared.assessment.AssessmentPublished;
import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.assessment.ExposureListPublished;
import cn.huiying.shared.assessment.HonourListPublished;
import cn.huiying.shared.assessment.RankingPublished;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the assessment of a period has come; what is legal only in one stage is a method of that stage. */
sealed interface AssessmentStage {

    AssessmentScheme scheme();

    AssessmentState state();

    /** What can be calculated: as long as nobody has objected, again. */
    sealed interface Calculable extends AssessmentStage {

        default AssessmentCalculated calculate(CalculateAssessment command, WorkCalendar calendar) {
            OnlyAPeriodThatIsOverIsAssessed.check(command.assessmentId().period(), WorkCalendar.dateOf(command.at()));
            Instant objectionBy = scheme().objectionDays() == 0
                    ? command.at()
                    : calendar.endOfWorkday(command.at(), scheme().objectionDays());
            return new AssessmentCalculated(
                    command.assessmentId(),
                    command.figures().position(),
                    command.figures().agencies(),
                    objectionBy,
                    command.at());
        }
    }

    /** 已开启. */
    record Opened(AssessmentScheme scheme) implements Calculable {

        @Override
        public AssessmentState state() {
            return AssessmentState.OPENED;
        }
    }

    /** What has figures that can be objected to. */
    sealed interface Objectionable extends AssessmentStage {

        Map<String, AgencyFigures> figures();

        Instant objectionBy();

        /** Agencies that wait for a decision. */
        Set<String> waiting();

        /** Agencies that have objected. */
        Set<String> heard();

        default AssessmentObjectionFiled object(FileObjection command) {
            if (!figures().containsKey(command.agency())) {
                throw Refused.notFound(
                        "agency-not-assessed", "本期考核没有该单位。", "This agency is not in the assessment of this period.");
            }
            if (heard().contains(command.agency())) {
                throw Refused.byRule(
                        "one-objection-a-period",
                        "该单位已就本期考核提出过异议。",
                        "The agency has objected to this assessment already.");
            }
            AnObjectionComesInTime.check(command.at(), objectionBy());
            return new AssessmentObjectionFiled(command.assessmentId(), command.agency(), command.text(), command.at());
        }

        default AssessmentEvent decide(DecideObjection command) {
            if (!waiting().contains(command.agency())) {
                throw Refused.notFound(
                        "no-such-objection", "该单位没有待裁定的异议。", "This agency has no objection that waits for a decision.");
            }
            Map<Measure, Long> corrections = command.corrections() == null ? Map.of() : command.corrections();
            ACorrectionIsOfAnUpheldObjection.check(
                    command.upheld(), corrections, figures().get(command.agency()));
            return new AssessmentObjectionDecided(
                    command.assessmentId(),
                    command.agency(),
                    command.upheld(),
                    corrections,
                    command.reason(),
                    command.at());
        }

        default List<AssessmentEvent> publish(PublishAssessment command) {
            EveryObjectionIsHeardFirst.check(command.at(), objectionBy(), waiting());
            List<AgencyScore> scores = Assessing.scores(scheme(), figures().values());
            List<String> honoured = scores.stream()
                    .filter(score -> score.rank() != null && score.rank() <= scheme().honours())
                    .map(AgencyScore::agency)
                    .toList();
            List<String> exposed = scores.stream()
                    .filter(score -> score.rank() != null && score.points().compareTo(scheme().exposureBelow()) < 0)
                    .map(AgencyScore::agency)
                    .toList();
            return List.of(
                    new AssessmentPublished(command.assessmentId(), scores, command.at()),
                    new RankingPublished(command.assessmentId(), command.audience(), command.at()),
                    new HonourListPublished(command.assessmentId(), honoured, command.at()),
                    new ExposureListPublished(command.assessmentId(), exposed, command.at()));
        }
    }

    /** 已计算, and nobody has objected. */
    record Calculated(AssessmentScheme scheme, Map<String, AgencyFigures> figures, Instant objectionBy)
            implements Calculable, Objectionable {

        @Override
        public Set<String> waiting() {
            return Set.of();
        }

        @Override
        public Set<String> heard() {
            return Set.of();
        }

        @Override
        public AssessmentState state() {
            return AssessmentState.CALCULATED;
        }
    }

    /** 已计算, with objections. */
    record Disputed(
            AssessmentScheme scheme,
            Map<String, AgencyFigures> figures,
            Instant objectionBy,
            Set<String> waiting,
            Set<String> heard)
            implements Objectionable {

        @Override
        public AssessmentState state() {
            return AssessmentState.CALCULATED;
        }
    }

    /** 已通报. */
    record Published(AssessmentScheme scheme) implements AssessmentStage {

        @Override
        public AssessmentState state() {
            return AssessmentState.PUBLISHED;
        }
    }

    /** @param stage null before the first event */
    static AssessmentStage evolve(AssessmentStage stage, AssessmentEvent event) {
        return switch (event) {
            case AssessmentPeriodOpened e -> new Opened(e.scheme());
            case AssessmentCalculated e ->
                new Calculated(
                        stage.scheme(),
                        e.figures().stream().collect(Collectors.toMap(AgencyFigures::agency, Function.identity())),
                        e.objectionBy());
            case AssessmentObjectionFiled e -> {
                Objectionable now = (Objectionable) stage;
                yield new Disputed(
                        now.scheme(),
                        now.figures(),
                        now.objectionBy(),
                        and(now.waiting(), e.agency()),
                        and(now.heard(), e.agency()));
            }
            case AssessmentObjectionDecided e -> {
                Objectionable now = (Objectionable) stage;
                Map<String, AgencyFigures> figures = new TreeMap<>(now.figures());
                figures.computeIfPresent(e.agency(), (agency, before) -> before.corrected(e.corrections()));
                Set<String> waiting = new TreeSet<>(now.waiting());
                waiting.remove(e.agency());
                yield new Disputed(now.scheme(), figures, now.objectionBy(), waiting, now.heard());
            }
            case AssessmentPublished e -> new Published(stage.scheme());
            case RankingPublished e -> stage;
            case HonourListPublished e -> stage;
            case ExposureListPublished e -> stage;
        };
    }

    private static Set<String> and(Set<String> agencies, String agency) {
        Set<String> more = new TreeSet<>(agencies);
        more.add(agency);
        return more;
    }
}
