package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 要求补正: the bureau asked the author to mend the petition.
 *
 * @param correctBy the end of the last working day for it
 * @param againFrom when a further correction may be asked for
 */
@Revision("1")
public record CorrectionRequested(
        PetitionId petitionId, String reason, Instant correctBy, Instant againFrom, Instant at)
        implements PetitionEvent {}
