package cn.huiying.query.petitionfile;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.petitionfile.PetitionFile.Attachment;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors by which pictures go out: for whoever may see the petition's file, and for the public. */
@RestController
class AttachmentContentsRestApi {

    private final VisibleFiles files;
    private final AttachmentContents contents;

    AttachmentContentsRestApi(PetitionFiles files, AttachmentContents contents) {
        this.files = new VisibleFiles(files);
        this.contents = contents;
    }

    @GetMapping("/api/petitions/{id}/attachments/{attachmentId}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<byte[]> own(
            Actor actor, @PathVariable String id, @PathVariable String attachmentId, HttpServletRequest request) {
        Parameters.of(request);
        PetitionFile file = files.open(actor, id);
        Attachment attachment = file.attachment(attachmentId).orElseThrow(AttachmentContentsRestApi::unknown);
        return answer(file, attachment, CacheControl.noStore());
    }

    @GetMapping("/api/public/petitions/{id}/attachments/{attachmentId}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<byte[]> published(
            @PathVariable String id, @PathVariable String attachmentId, HttpServletRequest request) {
        Parameters.of(request);
        PetitionFile file = files.published(id);
        Attachment attachment = file.attachment(attachmentId)
                .filter(file::isShownToPublic)
                .orElseThrow(AttachmentContentsRestApi::unknown);
        // A cache has to ask each time: what is shown can be taken down.
        return answer(file, attachment, CacheControl.noCache().cachePublic());
    }

    private ResponseEntity<byte[]> answer(PetitionFile file, Attachment attachment, CacheControl caching) {
        byte[] content =
                contents.find(file.author.value(), attachment.sha256()).orElseThrow(AttachmentContentsRestApi::unknown);
        MediaType type = MediaType.parseMediaType(attachment.contentType());
        String name = attachment.id() + (type.equals(MediaType.IMAGE_PNG) ? ".png" : ".jpg");
        return ResponseEntity.ok()
                .eTag("\"" + attachment.sha256() + "\"")
                .cacheControl(caching)
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                // Opened by itself it is a picture and nothing else, whatever a browser finds in it.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static Refused unknown() {
        return Refused.notFound("attachment-not-found", "没有找到该图片。", "There is no such picture.");
    }
}
