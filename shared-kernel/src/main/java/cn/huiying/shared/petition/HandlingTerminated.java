package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 终止办理: the petition is not handled further.
 *
 * @param text what the author is told
 */
@Revision("1")
public record HandlingTerminated(PetitionId petitionId, TerminationReason reasonCode, String text, Instant at)
        implements PetitionEvent {}
