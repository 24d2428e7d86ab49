package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 受理: the bureau took the petition in hand and classified it.
 *
 * @param accusedAgency code of the agency an accusation is about; null otherwise
 */
@Revision("1")
public record PetitionAccepted(
        PetitionId petitionId,
        PetitionType type,
        String domain,
        PetitionClass petitionClass,
        LimitClass limitClass,
        Urgency urgency,
        String accusedAgency,
        Instant at)
        implements PetitionEvent {}
