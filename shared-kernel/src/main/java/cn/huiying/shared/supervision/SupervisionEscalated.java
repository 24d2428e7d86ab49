package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办升级: the order goes on in a stricter form.
 */
@Revision("1")
public record SupervisionEscalated(
        SupervisionOrderId orderId,
        String agency,
        SupervisionForm from,
        SupervisionForm to,
        SupervisionChannel channel,
        String reason,
        String jointConference,
        Instant feedbackDueAt,
        Instant at)
        implements SupervisionEvent {}
