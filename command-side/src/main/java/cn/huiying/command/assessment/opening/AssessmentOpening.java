package cn.huiying.command.assessment.opening;

import cn.huiying.shared.assessment.AssessmentScheme;
import jakarta.validation.constraints.NotBlank;

/**
 * What opens an assessment.
 *
 * @param period such as 2026-11, 2026-Q3 or 2026
 * @param scheme null for the default
 */
public record AssessmentOpening(@NotBlank String period, AssessmentScheme scheme) {}
