package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 签收: the lead agency took the assignment over.
 */
@Revision("1")
public record AssignmentSigned(PetitionId petitionId, String agency, Instant at) implements PetitionEvent {}
