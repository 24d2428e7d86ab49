package cn.huiying.shared.organisation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 职责调整: an agency's entry was replaced.
 */
@Revision("1")
public record AgencyDutiesChanged(AgencyId agencyId, AgencyEntry entry, Instant at) implements AgencyEvent {}
