package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 挂牌: the matter is listed in public view of the agencies.
 */
@Revision("1")
public record ListedSupervisionOpened(SupervisionOrderId orderId, String agency, Instant at)
        implements SupervisionEvent {}
