package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 指定承办: a bureau leader named the lead agency, which may not return it (Art. 24).
 */
@Revision("1")
public record AgencyDesignated(PetitionId petitionId, String agency, String reason, Instant at)
        implements PetitionEvent {}
