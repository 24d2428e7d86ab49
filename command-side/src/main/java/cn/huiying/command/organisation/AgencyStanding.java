package cn.huiying.command.organisation;

import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;

/** Where an agency stands. */
record AgencyStanding(AgencyEntry entry, boolean suspended) {

    static final AgencyStanding NONE = new AgencyStanding(null, false);

    AgencyStanding evolve(AgencyEvent event) {
        return switch (event) {
            case AgencyRegistered e -> new AgencyStanding(e.entry(), false);
            case AgencyDutiesChanged e -> new AgencyStanding(e.entry(), false);
            case AgencySuspended e -> new AgencyStanding(entry, true);
        };
    }
}
