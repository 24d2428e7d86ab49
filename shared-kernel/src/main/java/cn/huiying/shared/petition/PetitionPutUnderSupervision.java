package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 列入督办: an order was issued about it.
 *
 * @param order id of the supervision order
 */
@Revision("1")
public record PetitionPutUnderSupervision(PetitionId petitionId, String order, Instant at) implements PetitionEvent {}
