package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 媒体报道: a report appeared.
 *
 * @param link https
 * @param publishedOn the day it appeared
 */
@Revision("1")
public record MediaReportPublished(
        MediaLeadId leadId, PetitionId petition, String title, String link, LocalDate publishedOn, Instant at)
        implements MediaLeadEvent {}
