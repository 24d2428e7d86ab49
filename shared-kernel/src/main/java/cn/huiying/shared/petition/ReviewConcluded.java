package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 复核意见: the final opinion; the same facts are not taken up again (Art. 36).
 */
@Revision("1")
public record ReviewConcluded(PetitionId petitionId, ReviewOutcome outcome, String text, Instant at)
        implements PetitionEvent {}
