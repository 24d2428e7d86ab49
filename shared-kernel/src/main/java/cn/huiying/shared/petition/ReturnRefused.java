package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 驳回退单: the agency keeps the petition.
 */
@Revision("1")
public record ReturnRefused(PetitionId petitionId, String agency, String reason, Instant at) implements PetitionEvent {}
