package cn.huiying.query.supervision;

import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.DocumentId;
import java.util.Collection;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Shows scanned documents. */
final class Scans {

    private Scans() {}

    /**
     * A document's content.
     *
     * @param holder id of what has it
     * @param named  by the holder's events; no other is shown
     * @throws Refused where there is no such document
     */
    static ResponseEntity<byte[]> answer(
            String holder, String document, Collection<DocumentId> named, AttachmentContents contents) {
        DocumentId wanted = named.stream()
                .filter(known -> known.value().equals(document))
                .findFirst()
                .orElseThrow(Scans::unknown);
        byte[] content = contents.find(holder, wanted.sha256()).orElseThrow(Scans::unknown);
        // Only JPEG and PNG are taken in; the first byte tells them apart.
        boolean png = content[0] == (byte) 0x89;
        return ResponseEntity.ok()
                .eTag("\"" + wanted.sha256() + "\"")
                .cacheControl(CacheControl.noStore())
                .contentType(png ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static Refused unknown() {
        return Refused.notFound("document-not-found", "没有找到该扫描件。", "There is no such document.");
    }
}
