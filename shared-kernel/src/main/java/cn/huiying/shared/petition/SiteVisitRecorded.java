package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 现场核查: the agency looked at the matter on site.
 */
@Revision("1")
public record SiteVisitRecorded(PetitionId petitionId, Sealed place, Sealed findings, Instant at)
        implements PetitionEvent {}
