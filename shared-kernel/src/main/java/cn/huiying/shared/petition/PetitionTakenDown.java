package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 撤下: the petition is not shown to the public any more.
 */
@Revision("1")
public record PetitionTakenDown(PetitionId petitionId, String reason, Instant at) implements PetitionEvent {}
