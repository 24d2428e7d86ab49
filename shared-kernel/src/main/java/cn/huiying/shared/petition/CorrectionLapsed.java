package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 逾期未补正: the author did not mend the petition in time; it counts as withdrawn.
 */
@Revision("1")
public record CorrectionLapsed(PetitionId petitionId, Instant dueAt, Instant at) implements PetitionEvent {}
