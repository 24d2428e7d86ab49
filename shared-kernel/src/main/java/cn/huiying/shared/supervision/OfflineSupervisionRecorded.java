package cn.huiying.shared.supervision;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 线下督办记录: what was done in person or on paper.
 *
 * @param people who took part, by office and function
 * @param document the scanned document
 */
@Revision("1")
public record OfflineSupervisionRecorded(
        SupervisionOrderId orderId, String people, Instant heldAt, String place, DocumentId document, Instant at)
        implements SupervisionEvent {}
