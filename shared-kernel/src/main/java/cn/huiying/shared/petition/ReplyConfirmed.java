package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 信访局复核通过: the bureau checked the reply.
 */
@Revision("1")
public record ReplyConfirmed(PetitionId petitionId, Instant at) implements PetitionEvent {}
