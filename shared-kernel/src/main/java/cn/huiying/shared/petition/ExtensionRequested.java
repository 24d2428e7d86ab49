package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 申请延期: the lead agency needs more time.
 *
 * @param code of the deadline
 * @param amount how much longer, in the deadline's own unit
 */
@Revision("1")
public record ExtensionRequested(PetitionId petitionId, String code, int amount, String reason, Instant at)
        implements PetitionEvent {}
