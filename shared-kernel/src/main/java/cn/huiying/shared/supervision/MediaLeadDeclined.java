package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 线索未采用: the media do not follow it up.
 */
@Revision("1")
public record MediaLeadDeclined(MediaLeadId leadId, String reason, Instant at) implements MediaLeadEvent {}
