package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 增加协办: another agency takes part.
 *
 * @param agency code of the co-handling agency 协办单位
 */
@Revision("1")
public record CoHandlerAdded(PetitionId petitionId, String agency, String reason, Instant at)
        implements PetitionEvent {}
