package cn.huiying.shared.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 跟踪回访: what was found when somebody went back.
 *
 * @param foundOn the day
 */
@Revision("1")
public record MediaFollowUpRecorded(MediaLeadId leadId, LocalDate foundOn, String finding, Instant at)
        implements MediaLeadEvent {}
