package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 并案: the petition repeats an earlier one of the same author.
 *
 * @param main the petition it was merged into
 */
@Revision("1")
public record PetitionMerged(PetitionId petitionId, PetitionId main, String text, Instant at)
        implements PetitionEvent {}
