package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 同意延期: the lead agency gets more time; the author is told the reason (Art. 34).
 *
 * @param code of the deadline
 * @param amount how much longer, in the deadline's own unit
 * @param reason what the author is told
 */
@Revision("1")
public record ExtensionGranted(PetitionId petitionId, String code, int amount, String reason, Instant at)
        implements PetitionEvent {}
