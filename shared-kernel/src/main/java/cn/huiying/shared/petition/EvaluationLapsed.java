package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 逾期未评价: the evaluation window ended without a rating.
 */
@Revision("1")
public record EvaluationLapsed(PetitionId petitionId, Instant dueAt, Instant at) implements PetitionEvent {}
