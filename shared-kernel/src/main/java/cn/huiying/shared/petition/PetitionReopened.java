package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 重办: the petition is handled again.
 *
 * @param round 1 for the first time it is handled again
 */
@Revision("1")
public record PetitionReopened(PetitionId petitionId, int round, String reason, Instant at) implements PetitionEvent {}
