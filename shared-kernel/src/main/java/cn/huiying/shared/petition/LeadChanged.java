package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 更换主办: the petition went over to the successor of its lead agency (Art. 24).
 *
 * @param from code of the former lead agency
 * @param to code of the new one
 */
@Revision("1")
public record LeadChanged(PetitionId petitionId, String from, String to, String reason, Instant at)
        implements PetitionEvent {}
