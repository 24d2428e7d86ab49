package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 协办签收: a co-handler took its part over.
 *
 * @param agency code of the co-handling agency 协办单位
 */
@Revision("1")
public record CoHandlerSigned(PetitionId petitionId, String agency, Instant at) implements PetitionEvent {}
