package cn.huiying.command.organisation.registering;

import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts an agency into the directory, or replaces its entry 单位入驻, and lifts a suspension; an unchanged entry in force changes nothing. */
public record RegisterAgency(@TargetAggregateIdentifier AgencyId agencyId, AgencyEntry entry, Instant at) {}
