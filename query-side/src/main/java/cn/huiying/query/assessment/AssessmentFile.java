package cn.huiying.query.assessment;

import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.assessment.AgencyScore;
import cn.huiying.shared.assessment.Assessing;
import cn.huiying.shared.assessment.AssessmentCalculated;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.AssessmentObjectionDecided;
import cn.huiying.shared.assessment.AssessmentObjectionFiled;
import cn.huiying.shared.assessment.AssessmentPeriodOpened;
import cn.huiying.shared.assessment.AssessmentPublished;
import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.assessment.Audience;
import cn.huiying.shared.assessment.ExposureListPublished;
import cn.huiying.shared.assessment.HonourListPublished;
import cn.huiying.shared.assessment.RankingPublished;
import cn.huiying.shared.statistics.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The assessment of a period, whole: what is shown of it follows from this and the scheme's arithmetic.
 *
 * @param calculatedAt null before the first calculation
 * @param position     of the log, up to which the figures were counted; null before
 * @param figures      as frozen, with the corrections of upheld objections
 * @param published    the scores that stand; null before they were published
 * @param audience     null before
 * @param version      sequence number of the last event that was folded in
 */
record AssessmentFile(
        AssessmentId id,
        AssessmentScheme scheme,
        Instant openedAt,
        Instant calculatedAt,
        Long position,
        Instant objectionBy,
        List<AgencyFigures> figures,
        List<Objection> objections,
        List<AgencyScore> published,
        Instant publishedAt,
        Audience audience,
        List<String> honoured,
        List<String> exposed,
        long version) {

    /**
     * An agency's objection.
     *
     * @param upheld null while it is not decided
     */
    record Objection(
            String agency,
            String text,
            Instant filedAt,
            Boolean upheld,
            Map<Measure, Long> corrections,
            String reason,
            Instant decidedAt) {}

    /** Folds one event in; an event folded in already changes nothing. */
    static AssessmentFile evolve(AssessmentFile file, AssessmentEvent event, long version) {
        if (event instanceof AssessmentPeriodOpened e) {
            return file != null
                    ? file
                    : new AssessmentFile(
                            e.assessmentId(),
                            e.scheme(),
                            e.at(),
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            version);
        }
        if (file == null || version <= file.version) {
            return file;
        }
        return switch (event) {
            case AssessmentPeriodOpened e -> throw new IllegalStateException("folded above");
            case AssessmentCalculated e ->
                new AssessmentFile(
                        file.id,
                        file.scheme,
                        file.openedAt,
                        e.at(),
                        e.position(),
                        e.objectionBy(),
                        e.figures(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        version);
            case AssessmentObjectionFiled e ->
                file.with(
                        file.figures,
                        Stream.concat(
                                        file.objections.stream(),
                                        Stream.of(new Objection(
                                                e.agency(), e.text(), e.at(), null, Map.of(), null, null)))
                                .toList(),
                        version);
            case AssessmentObjectionDecided e ->
                file.with(
                        file.figures.stream()
                                .map(figures -> figures.agency().equals(e.agency())
                                        ? figures.corrected(e.corrections())
                                        : figures)
                                .toList(),
                        file.objections.stream()
                                .map(objection -> objection.agency().equals(e.agency())
                                        ? new Objection(
                                                e.agency(),
                                                objection.text(),
                                                objection.filedAt(),
                                                e.upheld(),
                                                e.corrections(),
                                                e.reason(),
                                                e.at())
                                        : objection)
                                .toList(),
                        version);
            case AssessmentPublished e -> file.published(e.scores(), e.at(), null, List.of(), List.of(), version);
            case RankingPublished e ->
                file.published(file.published, file.publishedAt, e.audience(), List.of(), List.of(), version);
            case HonourListPublished e ->
                file.published(file.published, file.publishedAt, file.audience, e.agencies(), List.of(), version);
            case ExposureListPublished e ->
                file.published(file.published, file.publishedAt, file.audience, file.honoured, e.agencies(), version);
        };
    }

    private AssessmentFile with(List<AgencyFigures> after, List<Objection> known, long at) {
        return new AssessmentFile(
                id,
                scheme,
                openedAt,
                calculatedAt,
                position,
                objectionBy,
                after,
                known,
                published,
                publishedAt,
                audience,
                honoured,
                exposed,
                at);
    }

    private AssessmentFile published(
            List<AgencyScore> scores, Instant when, Audience to, List<String> red, List<String> black, long at) {
        return new AssessmentFile(
                id,
                scheme,
                openedAt,
                calculatedAt,
                position,
                objectionBy,
                figures,
                objections,
                scores,
                when,
                to,
                red,
                black,
                at);
    }

    /** What stands, or what would stand if it were published now. */
    List<AgencyScore> scores() {
        return published != null ? published : Assessing.scores(scheme, figures);
    }
}
