package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办反馈: the agency answers.
 *
 * @param round 1, and one more after each feedback that was sent back
 * @param evidence what shows it; may be null
 */
@Revision("1")
public record SupervisionFeedbackSubmitted(
        SupervisionOrderId orderId, String agency, int round, String text, String evidence, Instant at)
        implements SupervisionEvent {}
