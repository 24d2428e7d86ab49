package cn.huiying.command.assessment.opening;

import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.AssessmentScheme;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens the assessment of a period 考核期开启.
 *
 * @param scheme null for the default
 */
public record OpenAssessmentPeriod(
        @TargetAggregateIdentifier AssessmentId assessmentId, Instant at, AssessmentScheme scheme) {}
