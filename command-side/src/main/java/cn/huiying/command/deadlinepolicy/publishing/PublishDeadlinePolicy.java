package cn.huiying.command.deadlinepolicy.publishing;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.PolicySeriesId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Announces a version of a deadline policy 时限策略发布; the same version with the same content again changes nothing. */
public record PublishDeadlinePolicy(
        @TargetAggregateIdentifier PolicySeriesId seriesId, DeadlinePolicy policy, Instant at) {}
