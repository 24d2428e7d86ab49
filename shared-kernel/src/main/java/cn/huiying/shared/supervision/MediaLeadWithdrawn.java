package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 线索撤回: the media no longer see it.
 */
@Revision("1")
public record MediaLeadWithdrawn(MediaLeadId leadId, String reason, Instant at) implements MediaLeadEvent {}
