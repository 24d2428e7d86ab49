package cn.huiying.query.directory;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.directory.AgencyDirectory.ListedAgency;
import cn.huiying.query.directory.AgencyDirectory.Named;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Folds the agencies' events into the directory. */
@ProcessingGroup(AgencyDirectoryProjection.NAME)
class AgencyDirectoryProjection {

    static final String NAME = AgencyDirectory.NAME;

    private final EventBatch events = new EventBatch();
    private final AgencyDirectory directory;

    AgencyDirectoryProjection(AgencyDirectory directory) {
        this.directory = directory;
    }

    @EventHandler
    void on(AgencyEvent event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<AgencyEvent>> batch) {
        Map<String, ListedAgency> known = new LinkedHashMap<>();
        directory.all().forEach(agency -> known.put(agency.entry().code(), agency));
        Map<String, ListedAgency> changed = new LinkedHashMap<>();
        for (Recorded<AgencyEvent> recorded : batch) {
            String code = recorded.event().agencyId().code();
            ListedAgency before = known.get(code);
            ListedAgency after = events.evolve(recorded, () -> evolve(before, recorded));
            if (after != before) {
                known.put(code, after);
                changed.put(code, after);
            }
        }
        if (!changed.isEmpty()) {
            directory.save(changed.values());
        }
    }

    /** An event applied already changes nothing. */
    static ListedAgency evolve(ListedAgency agency, Recorded<AgencyEvent> recorded) {
        if (agency != null && recorded.version() <= agency.version()) {
            return agency;
        }
        return switch (recorded.event()) {
            case AgencyRegistered e -> entered(agency, e.entry(), recorded);
            case AgencyDutiesChanged e -> entered(agency, e.entry(), recorded);
            case AgencySuspended e -> new ListedAgency(agency.entry(), true, agency.names(), recorded.version());
            case AgencyMerged e -> new ListedAgency(agency.entry(), true, agency.names(), recorded.version());
        };
    }

    private static ListedAgency entered(ListedAgency before, AgencyEntry entry, Recorded<AgencyEvent> recorded) {
        List<Named> names = new ArrayList<>(before == null ? List.of() : before.names());
        if (names.isEmpty() || !names.getLast().name().equals(entry.name())) {
            names.add(new Named(recorded.position(), entry.name()));
        }
        return new ListedAgency(entry, false, List.copyOf(names), recorded.version());
    }
}
