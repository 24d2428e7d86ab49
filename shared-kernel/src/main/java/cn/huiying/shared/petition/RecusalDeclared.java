package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 回避: someone with a direct interest does not handle the petition (Art. 28).
 *
 * @param staff the token's subject of the one who stays away
 */
@Revision("1")
public record RecusalDeclared(PetitionId petitionId, String staff, String reason, Instant at)
        implements PetitionEvent {}
