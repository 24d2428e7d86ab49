package cn.huiying.command.assessment.deciding;

import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.statistics.Measure;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decides an agency's objection 异议裁定.
 *
 * @param corrections by how much each figure changes; null or empty where it is not upheld
 */
public record DecideObjection(
        @TargetAggregateIdentifier AssessmentId assessmentId,
        Instant at,
        @NotBlank String agency,
        @NotNull Boolean upheld,
        Map<Measure, Long> corrections,
        @NotBlank @Size(max = 1000) String reason) {}
