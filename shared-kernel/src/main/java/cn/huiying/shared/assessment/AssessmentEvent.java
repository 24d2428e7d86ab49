package cn.huiying.shared.assessment;

import java.time.Instant;

/** What can happen in an assessment 考核: the flat, past-tense list that every fold switches over. */
public sealed interface AssessmentEvent
        permits AssessmentPeriodOpened,
                AssessmentCalculated,
                AssessmentObjectionFiled,
                AssessmentObjectionDecided,
                AssessmentPublished,
                RankingPublished,
                HonourListPublished,
                ExposureListPublished {

    AssessmentId assessmentId();

    /** When it happened. */
    Instant at();
}
