package cn.huiying.shared.organisation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 单位入驻: an agency joined the directory.
 */
@Revision("1")
public record AgencyRegistered(AgencyId agencyId, AgencyEntry entry, Instant at) implements AgencyEvent {}
