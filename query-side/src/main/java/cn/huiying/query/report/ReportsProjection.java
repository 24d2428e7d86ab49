package cn.huiying.query.report;

import cn.huiying.query.common.EventBatch;
import cn.huiying.shared.report.ReportGenerated;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Keeps what was generated; an edition never changes, so there is nothing to fold. */
@ProcessingGroup(ReportsProjection.NAME)
class ReportsProjection {

    static final String NAME = "reports";

    private final Reports reports;

    ReportsProjection(Reports reports) {
        this.reports = reports;
    }

    @EventHandler
    void on(ReportGenerated event, UnitOfWork<?> unit) {
        EventBatch.add(unit, this, event, reports::save);
    }

    @ResetHandler
    void reset() {
        reports.clear();
    }
}
