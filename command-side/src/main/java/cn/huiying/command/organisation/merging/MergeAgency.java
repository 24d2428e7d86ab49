package cn.huiying.command.organisation.merging;

import cn.huiying.shared.organisation.AgencyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Merges or abolishes an agency: its successor takes over what it has in hand (信访工作条例 Art. 24).
 *
 * @param successor directory code
 */
public record MergeAgency(
        @TargetAggregateIdentifier AgencyId agencyId,
        Instant at,
        @NotBlank String successor,
        @NotBlank @Size(max = 500) String reason) {}
