package cn.huiying.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A text and signatures under it: C2SP signed-note. */
public final class SignedNote {

    private static final String SIGNATURE = "— ";
    private static final int ID_LENGTH = 4;

    private SignedNote() {}

    /**
     * Signs a text.
     *
     * @param body ends with a line break
     * @param key  the public key of the private one
     */
    public static String sign(String body, NoteKey key, PrivateKey privateKey) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(body.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] line = Arrays.copyOf(key.id(), ID_LENGTH + signature.length);
            System.arraycopy(signature, 0, line, ID_LENGTH, signature.length);
            return body + "\n" + SIGNATURE + key.name() + " "
                    + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The note can't be signed with this key.", e);
        }
    }

    /**
     * The text, where this key signed it. Signatures of other keys are passed over.
     *
     * @throws InvalidProof where it did not, or the note is malformed
     */
    public static String open(String note, NoteKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new InvalidProof("the note has no signatures");
        }
        String body = note.substring(0, end + 1);
        for (String line : note.substring(end + 2).split("\n")) {
            String[] parts = line.startsWith(SIGNATURE)
                    ? line.substring(SIGNATURE.length()).split(" ")
                    : new String[0];
            if (parts.length != 2) {
                throw new InvalidProof("a signature of the note is malformed");
            }
            byte[] signature = decoded(parts[1]);
            if (parts[0].equals(key.name()) && Arrays.equals(Arrays.copyOf(signature, ID_LENGTH), key.id())) {
                if (!key.signed(
                        body.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(signature, ID_LENGTH, signature.length))) {
                    throw new InvalidProof("the note's signature does not fit its text");
                }
                return body;
            }
        }
        throw new InvalidProof("the note is not signed by " + key.name());
    }

    private static byte[] decoded(String text) {
        try {
            byte[] signature = Base64.getDecoder().decode(text);
            // Spare bits of the last character would give one signature several texts.
            if (signature.length > ID_LENGTH
                    && Base64.getEncoder().encodeToString(signature).equals(text)) {
                return signature;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new InvalidProof("a signature of the note is malformed");
    }
}
