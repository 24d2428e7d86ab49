package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 交办: the petition went to its lead agency.
 *
 * @param agency code of the lead agency 主办单位
 * @param returnBy until when the agency may object that it is not its own (Art. 23)
 */
@Revision("1")
public record PetitionDispatched(PetitionId petitionId, String agency, String note, Instant returnBy, Instant at)
        implements PetitionEvent {}
