package cn.huiying.command.deadlinepolicy.retiring;

import cn.huiying.shared.deadline.PolicySeriesId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Cancels a published version before it takes effect 策略停用; its number is free again then. */
public record RetireDeadlinePolicy(
        @TargetAggregateIdentifier PolicySeriesId seriesId,
        String code,
        int version,
        @NotBlank @Size(max = 500) String reason,
        Instant at) {}
