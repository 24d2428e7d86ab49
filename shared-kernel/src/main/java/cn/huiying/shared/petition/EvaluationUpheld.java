package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 评价维持: the rating counts.
 */
@Revision("1")
public record EvaluationUpheld(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
