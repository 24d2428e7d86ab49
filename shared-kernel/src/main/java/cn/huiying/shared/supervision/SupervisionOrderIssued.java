package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办下发: a person puts the agency under the order.
 *
 * @param requirement what the agency has to do
 * @param jointConference reference of the joint conference's decision, where only it may decide (Art. 39 ¶3); else may be null
 * @param feedbackDueAt until when the agency has to answer
 */
@Revision("1")
public record SupervisionOrderIssued(
        SupervisionOrderId orderId,
        String agency,
        SupervisionForm form,
        SupervisionChannel channel,
        String requirement,
        String jointConference,
        Instant feedbackDueAt,
        Instant at)
        implements SupervisionEvent {}
