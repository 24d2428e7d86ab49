package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 减少协办: another agency no longer takes part.
 *
 * @param agency code of the co-handling agency 协办单位
 */
@Revision("1")
public record CoHandlerRemoved(PetitionId petitionId, String agency, String reason, Instant at)
        implements PetitionEvent {}
