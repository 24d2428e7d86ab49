package cn.huiying.shared.petition;

import cn.huiying.shared.time.Deadline;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 时限重算: a deadline counted again by an imported or corrected calendar.
 *
 * @param deadline as it is now
 * @param dueBefore when it was due before
 * @param reason the notice or the correction
 */
@Revision("1")
public record DeadlineRecalculated(
        PetitionId petitionId, Deadline deadline, Instant dueBefore, String reason, Instant at)
        implements DeadlineEvent {}
