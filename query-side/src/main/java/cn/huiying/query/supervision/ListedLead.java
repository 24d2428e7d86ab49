package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.supervision.MediaFollowUpRecorded;
import cn.huiying.shared.supervision.MediaLeadAdopted;
import cn.huiying.shared.supervision.MediaLeadDeclined;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadState;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.MediaReportPublished;
import java.time.Instant;

/**
 * What the list shows of a media lead.
 *
 * @param title   as the public is shown it
 * @param version sequence number of the last event
 */
record ListedLead(String id, String petition, String title, MediaLeadState state, Instant offeredAt, long version) {

    /** @param lead null before the first event; an event applied already changes nothing */
    static ListedLead evolve(ListedLead lead, Recorded<MediaLeadEvent> recorded) {
        if (lead != null && recorded.version() <= lead.version()) {
            return lead;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case MediaLeadOffered e ->
                new ListedLead(
                        e.leadId().value(), e.petition().value(), e.title(), MediaLeadState.OFFERED, e.at(), version);
            case MediaLeadAdopted e -> lead.in(MediaLeadState.ADOPTED, version);
            case MediaLeadDeclined e -> lead.in(MediaLeadState.DECLINED, version);
            case MediaReportPublished e -> lead.in(MediaLeadState.REPORTED, version);
            case MediaFollowUpRecorded e -> lead.in(lead.state(), version);
            case MediaLeadWithdrawn e -> lead.in(MediaLeadState.WITHDRAWN, version);
        };
    }

    private ListedLead in(MediaLeadState changed, long at) {
        return new ListedLead(id, petition, title, changed, offeredAt, at);
    }
}
