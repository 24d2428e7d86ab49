package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 删除附件: the author took a picture back; nobody is shown it any more.
 */
@Revision("1")
public record AttachmentRemoved(PetitionId petitionId, AttachmentId attachmentId, Instant at)
        implements PetitionEvent {}
