package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 已联系群众: the agency spoke, or tried to speak, with the author.
 */
@Revision("1")
public record CitizenContacted(PetitionId petitionId, ContactChannel channel, boolean reached, Sealed note, Instant at)
        implements PetitionEvent {}
