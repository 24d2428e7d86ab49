package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 结案: nothing more is due.
 */
@Revision("1")
public record PetitionClosed(PetitionId petitionId, ClosingReason reason, Instant at) implements PetitionEvent {}
