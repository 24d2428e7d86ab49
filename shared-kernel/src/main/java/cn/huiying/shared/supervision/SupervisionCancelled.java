package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办撤销: the order no longer stands.
 *
 * @param agency null where it was never issued
 */
@Revision("1")
public record SupervisionCancelled(SupervisionOrderId orderId, String agency, String reason, Instant at)
        implements SupervisionEvent {}
