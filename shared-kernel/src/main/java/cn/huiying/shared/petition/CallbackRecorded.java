package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 回访: the bureau called the dissatisfied author back.
 *
 * @param solved whether the author says that it is solved; null where nobody was reached
 * @param ratingReasonable whether the bureau finds the bad rating reasonable 合理差评
 * @param replyFalse whether the bureau finds that the reply says what is not so 弄虚作假; null where that was not looked at, and in
 *     revision 1
 */
@Revision("2")
public record CallbackRecorded(
        PetitionId petitionId,
        boolean reached,
        Boolean solved,
        boolean ratingReasonable,
        Boolean replyFalse,
        Sealed note,
        Instant at)
        implements PetitionEvent {}
