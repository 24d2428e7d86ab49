package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 不予受理: the bureau declined the petition and named the right route.
 */
@Revision("1")
public record PetitionNotAccepted(PetitionId petitionId, NotAcceptedReason reasonCode, String text, Instant at)
        implements PetitionEvent {}
