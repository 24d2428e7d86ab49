package cn.huiying.shared.privacy;

/**
 * A text that may carry personal data, encrypted under the key of the person it belongs to. It travels and rests only in
 * this form; destroying the person's key makes it unreadable everywhere while the log still verifies (PIPL Art. 47).
 *
 * @param suite      names algorithm and key derivation, so that another can be chosen without touching stored events
 * @param subject    account id of the person whose key seals it
 * @param field      the event and field it was sealed for, bound into the cipher text
 * @param cipherText Base64 of nonce, cipher text and tag
 */
public record Sealed(String suite, String subject, String field, String cipherText) {

    /** Never shows the cipher text, so that logs stay short. */
    @Override
    public String toString() {
        return "Sealed[" + field + " of " + subject + "]";
    }
}
