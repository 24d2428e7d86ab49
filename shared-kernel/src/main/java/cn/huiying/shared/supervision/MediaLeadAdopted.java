package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 线索采用: the media follow it up.
 */
@Revision("1")
public record MediaLeadAdopted(MediaLeadId leadId, Instant at) implements MediaLeadEvent {}
