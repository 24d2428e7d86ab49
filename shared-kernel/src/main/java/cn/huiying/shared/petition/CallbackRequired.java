package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 需回访: the author is dissatisfied; the bureau has to call back.
 */
@Revision("1")
public record CallbackRequired(PetitionId petitionId, Instant callBackBy, Instant at) implements PetitionEvent {}
