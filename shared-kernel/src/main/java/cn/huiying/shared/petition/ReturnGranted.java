package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 同意退单: the bureau took the petition back.
 *
 * @param agency which returned it
 */
@Revision("1")
public record ReturnGranted(PetitionId petitionId, String agency, String reason, Instant at) implements PetitionEvent {}
