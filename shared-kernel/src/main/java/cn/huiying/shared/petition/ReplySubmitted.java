package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 提交答复: the handler wrote the reply.
 *
 * @param round 1 for the first reply; one more after each that was sent back
 * @param replyAuthor who wrote it and so may not approve it
 */
@Revision("1")
public record ReplySubmitted(
        PetitionId petitionId,
        int round,
        String replyAuthor,
        ReplyOutcome outcome,
        Sealed text,
        String legalBasis,
        String evidence,
        Instant at)
        implements PetitionEvent {}
