package cn.huiying.shared.deadline;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 时限策略发布: a version of a policy was announced; it says itself when it takes effect.
 */
@Revision("1")
public record DeadlinePolicyPublished(PolicySeriesId seriesId, DeadlinePolicy policy, Instant at)
        implements DeadlinePolicyEvent {}
