package cn.huiying.shared.privacy;

import java.util.Optional;

/**
 * Contents of attachments: too large for the log, so kept beside it, each sealed under the key of the person, or of the
 * supervision order, it belongs to.
 * Safe for use by many threads.
 */
public interface AttachmentContents {

    /**
     * Keeps a content; it is on disk before this returns. To keep the same again changes nothing.
     *
     * @param subject id of the account or of the order
     * @param sha256  of the content, 64 hexadecimal digits
     * @throws NotKept where it can't be written
     */
    void keep(String subject, String sha256, byte[] content);

    /** Whether a content was kept. */
    boolean has(String subject, String sha256);

    /**
     * A content that was kept.
     *
     * @return empty where the person's key was destroyed
     * @throws IllegalStateException where it is lost or was altered
     */
    Optional<byte[]> find(String subject, String sha256);

    /** A content could not be written; it is as if it had never been given. */
    final class NotKept extends RuntimeException {

        public NotKept(Throwable cause) {
            super("The content of an attachment could not be written: " + cause, cause);
        }
    }
}
