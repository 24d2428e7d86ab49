package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 逾期: a duty was not done in time; {@code at} is the due moment, whenever it was noticed.
 *
 * @param code of the deadline
 */
@Revision("1")
public record DeadlineMissed(PetitionId petitionId, String code, Instant at) implements DeadlineEvent {}
