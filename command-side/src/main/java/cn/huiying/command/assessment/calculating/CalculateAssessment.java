package cn.huiying.command.assessment.calculating;

import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.FiguresOfAgencies;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Freezes the figures of a period 考核计算; may be repeated as long as nobody has objected.
 *
 * @param figures as the statistics are now
 */
public record CalculateAssessment(
        @TargetAggregateIdentifier AssessmentId assessmentId, Instant at, FiguresOfAgencies figures) {}
