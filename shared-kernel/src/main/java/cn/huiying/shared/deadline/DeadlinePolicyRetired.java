package cn.huiying.shared.deadline;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 策略停用: a published version was cancelled before it took effect.
 */
@Revision("1")
public record DeadlinePolicyRetired(PolicySeriesId seriesId, String code, int version, String reason, Instant at)
        implements DeadlinePolicyEvent {}
