package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 黄灯预警: little time is left; {@code at} is since when.
 *
 * @param code of the deadline
 */
@Revision("1")
public record YellowAlertRaised(PetitionId petitionId, String code, Instant dueAt, Instant at)
        implements DeadlineEvent {}
