package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 复核申请: the author asks for a final review (Art. 36).
 *
 * @param superior code of the superior body 复核机关; null where it is not in the directory
 */
@Revision("1")
public record ReviewRequested(PetitionId petitionId, String superior, Sealed grounds, Instant at)
        implements PetitionEvent {}
