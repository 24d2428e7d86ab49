package cn.huiying.shared.privacy;

import java.util.Optional;

/** Keeps one key a person, apart from the log. Safe for use by many threads. */
public interface Vault {

    /**
     * Seals a text under the key of a person, which is made on first use.
     *
     * @param subject account id
     * @param field   event and field the text is for, such as {@code PetitionSubmitted.body}
     */
    Sealed seal(String subject, String field, String plainText);

    /**
     * Opens a sealed text.
     *
     * @return empty where the person's key was destroyed
     * @throws IllegalStateException where the text was altered or moved from another field or person
     */
    Optional<String> open(Sealed sealed);

    /**
     * A keyed digest of a value, the same on every call: for codes that must be checked but never be read.
     *
     * @param purpose keeps digests of different uses apart
     * @return 64 hexadecimal digits
     */
    String digest(String purpose, String value);
}
