package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 归档: nothing follows.
 */
@Revision("1")
public record PetitionArchived(PetitionId petitionId, Instant at) implements PetitionEvent {}
