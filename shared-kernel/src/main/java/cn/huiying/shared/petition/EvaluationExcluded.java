package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 评价剔除: the rating stays as it was given, but does not count.
 */
@Revision("1")
public record EvaluationExcluded(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
