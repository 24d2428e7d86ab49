package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 红灯超期: a deadline with lights is over; {@code at} is its due moment.
 *
 * @param code of the deadline
 */
@Revision("1")
public record RedAlertRaised(PetitionId petitionId, String code, Instant at) implements DeadlineEvent {}
