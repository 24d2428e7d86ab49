package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 评价申诉: the lead agency asks not to be judged by the rating.
 */
@Revision("1")
public record EvaluationChallenged(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
