package cn.huiying.command.organisation;

import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;

/**
 * Where an agency stands.
 *
 * @param successor code of the agency that continues its duties; null where none does
 */
record AgencyStanding(AgencyEntry entry, boolean suspended, String successor) {

    static final AgencyStanding NONE = new AgencyStanding(null, false, null);

    AgencyStanding evolve(AgencyEvent event) {
        return switch (event) {
            case AgencyRegistered e -> new AgencyStanding(e.entry(), false, null);
            case AgencyDutiesChanged e -> new AgencyStanding(e.entry(), false, null);
            case AgencySuspended e -> new AgencyStanding(entry, true, successor);
            case AgencyMerged e -> new AgencyStanding(entry, true, e.successor());
        };
    }
}
