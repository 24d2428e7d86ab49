package cn.huiying.command.assessment.publishing;

import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.Audience;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Publishes the results 考核通报: scores, ranking, honour and exposure list. */
public record PublishAssessment(
        @TargetAggregateIdentifier AssessmentId assessmentId, Instant at, @NotNull Audience audience) {}
