package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 单位审核通过: the agency stands by the reply.
 *
 * @param bureauCheckDue whether the bureau has to confirm it
 */
@Revision("1")
public record ReplyApproved(PetitionId petitionId, boolean bureauCheckDue, Instant at) implements PetitionEvent {}
