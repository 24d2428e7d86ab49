package cn.huiying.shared.assessment;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 考核期开启: a period is to be assessed by a scheme that does not change any more.
 */
@Revision("1")
public record AssessmentPeriodOpened(AssessmentId assessmentId, AssessmentScheme scheme, Instant at)
        implements AssessmentEvent {}
