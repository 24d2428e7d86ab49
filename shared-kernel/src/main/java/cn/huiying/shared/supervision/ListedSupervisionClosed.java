package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 摘牌: the matter is no longer listed.
 */
@Revision("1")
public record ListedSupervisionClosed(SupervisionOrderId orderId, Instant at) implements SupervisionEvent {}
