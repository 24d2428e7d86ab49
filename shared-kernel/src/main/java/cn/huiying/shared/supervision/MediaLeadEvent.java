package cn.huiying.shared.supervision;

import java.time.Instant;

/** What can happen in the life of a media lead 媒体线索. */
public sealed interface MediaLeadEvent
        permits MediaLeadOffered,
                MediaLeadAdopted,
                MediaLeadDeclined,
                MediaReportPublished,
                MediaFollowUpRecorded,
                MediaLeadWithdrawn {

    MediaLeadId leadId();

    /** When it happened. */
    Instant at();
}
