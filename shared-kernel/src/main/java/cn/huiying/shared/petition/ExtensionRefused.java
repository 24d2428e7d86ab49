package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 不同意延期: the deadline stays.
 *
 * @param code of the deadline
 */
@Revision("1")
public record ExtensionRefused(PetitionId petitionId, String code, String reason, Instant at)
        implements PetitionEvent {}
