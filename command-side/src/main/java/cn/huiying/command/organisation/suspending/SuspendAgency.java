package cn.huiying.command.organisation.suspending;

import cn.huiying.shared.organisation.AgencyId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops an agency from taking new petitions 停用. */
public record SuspendAgency(@TargetAggregateIdentifier AgencyId agencyId, String reason, Instant at) {}
