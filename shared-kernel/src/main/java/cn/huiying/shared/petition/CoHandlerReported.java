package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 协办反馈: a co-handler told the lead agency what it did.
 *
 * @param agency code of the co-handling agency 协办单位
 */
@Revision("1")
public record CoHandlerReported(PetitionId petitionId, String agency, Sealed text, Instant at)
        implements PetitionEvent {}
