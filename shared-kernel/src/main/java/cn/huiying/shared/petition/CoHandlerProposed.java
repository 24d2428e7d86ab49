package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 提请协办: the lead agency asks the bureau to add, or to release, a co-handler.
 *
 * @param agency code of the co-handling agency 协办单位
 * @param release whether it is to be released
 */
@Revision("1")
public record CoHandlerProposed(PetitionId petitionId, String agency, boolean release, String reason, Instant at)
        implements PetitionEvent {}
