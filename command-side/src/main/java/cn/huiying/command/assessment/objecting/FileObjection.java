package cn.huiying.command.assessment.objecting;

import cn.huiying.shared.assessment.AssessmentId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An agency objects to its figures 提出异议.
 *
 * @param agency of who objects
 */
public record FileObjection(
        @TargetAggregateIdentifier AssessmentId assessmentId,
        Instant at,
        String agency,
        @NotBlank @Size(max = 1000) String text) {}
