package cn.huiying.shared.petition;

import cn.huiying.shared.time.Deadline;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 时限变更: a deadline moved, by an extension or because the clock stood still.
 *
 * @param deadline as it is now
 * @param reason what the author is told
 */
@Revision("1")
public record DeadlineChanged(PetitionId petitionId, Deadline deadline, String reason, Instant at)
        implements DeadlineEvent {}
