package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 申请退单: the agency objects that the matter is not its own (Art. 23).
 */
@Revision("1")
public record ReturnRequested(PetitionId petitionId, String agency, String reason, String suggestedAgency, Instant at)
        implements PetitionEvent {}
