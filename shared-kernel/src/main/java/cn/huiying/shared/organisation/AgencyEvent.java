package cn.huiying.shared.organisation;

import java.time.Instant;

/** What can happen to an agency of the directory. */
public sealed interface AgencyEvent permits AgencyRegistered, AgencyDutiesChanged, AgencySuspended, AgencyMerged {

    AgencyId agencyId();

    /** When it happened. */
    Instant at();
}
