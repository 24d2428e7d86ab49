package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 办结: the reply reached the author.
 *
 * @param evaluateBy the end of the evaluation window
 */
@Revision("1")
public record PetitionResolved(PetitionId petitionId, ReplyOutcome outcome, Instant evaluateBy, Instant at)
        implements PetitionEvent {}
