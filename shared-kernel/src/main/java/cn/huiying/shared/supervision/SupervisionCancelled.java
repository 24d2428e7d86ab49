package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办撤销: the order no longer stands.
 */
@Revision("1")
public record SupervisionCancelled(SupervisionOrderId orderId, String reason, Instant at) implements SupervisionEvent {}
