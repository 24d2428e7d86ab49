package cn.huiying.query.report;

import cn.huiying.query.common.EventBatch;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.report.ReportGenerated;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Keeps what was generated; an edition never changes, so there is nothing to fold. */
@ProcessingGroup(ReportsProjection.NAME)
class ReportsProjection {

    static final String NAME = "reports";

    private final EventBatch events = new EventBatch();
    private final Reports reports;

    ReportsProjection(Reports reports) {
        this.reports = reports;
    }

    @EventHandler
    void on(ReportGenerated event, @SequenceNumber Long version, TrackingToken token, UnitOfWork<?> unit) {
        events.add(unit, this, new Recorded<>(event, version, token.position().orElse(0)), this::write);
    }

    private void write(List<Recorded<ReportGenerated>> batch) {
        reports.save(batch.stream().map(Recorded::event).toList());
    }
}
