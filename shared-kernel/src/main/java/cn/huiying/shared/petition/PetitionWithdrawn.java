package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 撤回: the author took the petition back.
 */
@Revision("1")
public record PetitionWithdrawn(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
