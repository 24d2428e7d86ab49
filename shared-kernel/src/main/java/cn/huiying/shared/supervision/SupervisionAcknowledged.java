package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办签收: the agency has taken note.
 */
@Revision("1")
public record SupervisionAcknowledged(SupervisionOrderId orderId, String agency, Instant at)
        implements SupervisionEvent {}
