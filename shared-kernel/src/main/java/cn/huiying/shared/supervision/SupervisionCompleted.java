package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 销号: the order has done its work.
 */
@Revision("1")
public record SupervisionCompleted(SupervisionOrderId orderId, String agency, String result, Instant at)
        implements SupervisionEvent {}
