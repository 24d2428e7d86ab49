package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 媒体报道: the media reported on it; noted once, however often they report.
 *
 * @param lead id of the media lead that names the reports
 */
@Revision("1")
public record PetitionReportedByMedia(PetitionId petitionId, String lead, Instant at) implements PetitionEvent {}
