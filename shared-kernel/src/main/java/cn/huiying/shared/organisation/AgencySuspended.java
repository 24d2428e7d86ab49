package cn.huiying.shared.organisation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 停用: the agency takes no new petitions.
 */
@Revision("1")
public record AgencySuspended(AgencyId agencyId, String reason, Instant at) implements AgencyEvent {}
