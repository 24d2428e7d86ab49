package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 督办移交: the agency was merged, its successor answers (Art. 24 ¶2).
 *
 * @param from code of the agency that was merged
 * @param to code of its successor
 * @param issued whether the agency was under it already
 */
@Revision("1")
public record SupervisionHandedOver(SupervisionOrderId orderId, String from, String to, boolean issued, Instant at)
        implements SupervisionEvent {}
