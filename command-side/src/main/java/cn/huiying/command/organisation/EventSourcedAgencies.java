package cn.huiying.command.organisation;

import cn.huiying.command.common.KnownStreams;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.rule.Refused;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds an agency's own stream. */
class EventSourcedAgencies implements Agencies {

    private final KnownStreams<AgencyStanding, AgencyEvent> agencies;

    EventSourcedAgencies(EventStore eventStore) {
        agencies = new KnownStreams<>(eventStore, AgencyEvent.class, AgencyStanding.NONE, AgencyStanding::evolve);
    }

    @Override
    public AgencyEntry require(String code) {
        AgencyStanding agency = listed(code);
        if (agency.successor() != null) {
            throw Refused.byRule(
                    "agency-takes-petitions",
                    agency.entry().name() + "已并入其他单位(" + successor(code) + "),请选择承继单位。",
                    "Agency " + code + " was merged into " + successor(code) + "; choose that one.");
        }
        if (agency.suspended()) {
            throw Refused.byRule(
                    "agency-takes-petitions",
                    agency.entry().name() + "已停用,请选择其他单位。",
                    "Agency " + code + " is suspended; choose another one.");
        }
        return agency.entry();
    }

    @Override
    public AgencyEntry requireListed(String code) {
        return listed(code).entry();
    }

    private AgencyStanding listed(String code) {
        AgencyStanding agency = find(code);
        if (agency.entry() == null) {
            throw Refused.byRule(
                    "agency-is-listed", "没有代码为“" + code + "”的单位。", "There is no agency with code " + code + ".");
        }
        return agency;
    }

    @Override
    public String successor(String code) {
        String current = code;
        for (String next = code; next != null; next = find(current).successor()) {
            current = next;
        }
        return current;
    }

    @Override
    public boolean isOrIsUnder(String code, String superior) {
        // Each superior once: an imported directory may hold a circle.
        Set<String> seen = new HashSet<>();
        for (String current = code; current != null && seen.add(current); ) {
            if (current.equals(superior)) {
                return true;
            }
            AgencyEntry entry = find(current).entry();
            current = entry == null ? null : entry.parent();
        }
        return false;
    }

    private AgencyStanding find(String code) {
        if (!code.matches("\\d{6}-\\d{3}")) {
            return AgencyStanding.NONE;
        }
        return agencies.state(AgencyId.of(code).toString());
    }
}
