package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 约谈: the agency's responsible people were talked to.
 */
@Revision("1")
public record InterviewHeld(SupervisionOrderId orderId, Instant heldAt, Instant at) implements SupervisionEvent {}
