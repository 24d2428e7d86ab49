package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 退回重报: the feedback does not do; the agency answers again.
 */
@Revision("1")
public record SupervisionReturned(
        SupervisionOrderId orderId, String agency, String reason, Instant feedbackDueAt, Instant at)
        implements SupervisionEvent {}
