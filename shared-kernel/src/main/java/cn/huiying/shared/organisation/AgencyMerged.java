package cn.huiying.shared.organisation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 单位合并: another agency continues its duties (信访工作条例 Art. 24).
 *
 * @param successor code of the agency that continues them
 */
@Revision("1")
public record AgencyMerged(AgencyId agencyId, String successor, String reason, Instant at) implements AgencyEvent {}
