package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 转栏目: the petition belongs in another section.
 *
 * @param section the new one
 */
@Revision("1")
public record PetitionResectioned(PetitionId petitionId, Section section, String reason, Instant at)
        implements PetitionEvent {}
