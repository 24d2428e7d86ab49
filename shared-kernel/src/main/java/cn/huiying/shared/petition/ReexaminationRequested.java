package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 复查申请: the author asks the superior body to examine the answer again (Art. 35).
 *
 * @param superior code of the superior body 复查机关; null where it is not in the directory
 */
@Revision("1")
public record ReexaminationRequested(PetitionId petitionId, String superior, Sealed grounds, Instant at)
        implements PetitionEvent {}
