package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 上传附件: the author added a picture. Its content is kept beside the log, sealed under the author's key.
 *
 * @param contentType     what the content is, not what its sender called it
 * @param size            of the content as it is kept, in bytes
 * @param sha256          of the content as it is kept, 64 hexadecimal digits
 * @param visibleToPublic whether the author wants it seen with the published petition
 */
@Revision("1")
public record AttachmentAdded(
        PetitionId petitionId,
        AttachmentId attachmentId,
        String contentType,
        int size,
        String sha256,
        boolean visibleToPublic,
        Instant at)
        implements PetitionEvent {}
