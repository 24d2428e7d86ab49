package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 解除督办: an order about it has ended; others may still stand.
 *
 * @param order id of the supervision order
 */
@Revision("1")
public record PetitionReleasedFromSupervision(PetitionId petitionId, String order, Instant at)
        implements PetitionEvent {}
