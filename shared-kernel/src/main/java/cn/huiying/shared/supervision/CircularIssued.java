package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 通报: the agency is named in a circular.
 */
@Revision("1")
public record CircularIssued(SupervisionOrderId orderId, String agency, Instant at) implements SupervisionEvent {}
