package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 恢复计时: the clock runs again.
 *
 * @param pausedAt since when it stood still
 */
@Revision("1")
public record ClockResumed(PetitionId petitionId, Instant pausedAt, Instant at) implements PetitionEvent {}
