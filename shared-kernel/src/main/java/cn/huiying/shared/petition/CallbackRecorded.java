package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 回访: the bureau called the dissatisfied author back.
 *
 * @param solved whether the author says that it is solved; null where nobody was reached
 * @param ratingReasonable whether the bureau finds the bad rating reasonable 合理差评
 */
@Revision("1")
public record CallbackRecorded(
        PetitionId petitionId, boolean reached, Boolean solved, boolean ratingReasonable, Sealed note, Instant at)
        implements PetitionEvent {}
