package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 已补正: the author mended the petition; a null text is left as it was.
 *
 * @param reason   of a suggestion; null in revision 1
 * @param proposal of a suggestion; null in revision 1
 */
@Revision("2")
public record PetitionCorrected(
        PetitionId petitionId,
        Sealed title,
        Sealed body,
        Sealed claim,
        Sealed supplement,
        Sealed reason,
        Sealed proposal,
        Instant at)
        implements PetitionEvent {}
