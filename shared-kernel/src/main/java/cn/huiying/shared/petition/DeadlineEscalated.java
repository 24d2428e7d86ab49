package cn.huiying.shared.petition;

import cn.huiying.shared.time.LadderStep;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 逾期升级: a missed deadline reached the next step of the ladder; {@code at} is when.
 *
 * @param code of the deadline
 */
@Revision("1")
public record DeadlineEscalated(PetitionId petitionId, String code, LadderStep step, Instant at)
        implements DeadlineEvent {}
