package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 附件转不公开: the bureau keeps a picture from the public, whatever its author wished.
 */
@Revision("1")
public record AttachmentHidden(PetitionId petitionId, AttachmentId attachmentId, String reason, Instant at)
        implements PetitionEvent {}
