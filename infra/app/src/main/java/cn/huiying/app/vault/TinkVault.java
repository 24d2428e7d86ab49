package cn.huiying.app.vault;

import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM (Google Tink) under one key a person. The persons' keys rest wrapped under a key derived from the
 * master key, in a file of their own; destroying one makes everything it sealed unreadable.
 */
public class TinkVault implements Vault {

    private static final String SUITE = "A256GCM";

    /** Before a sealed content. */
    private static final byte[] HEAD = (SUITE + "\n").getBytes(StandardCharsets.UTF_8);

    private final SubjectKeys keys;
    private final AesGcmJce wrapping;
    private final SecretKeySpec digesting;
    private final Opening opening;

    /** What another process destroyed is forgotten here within a minute. */
    private final Cache<String, AesGcmJce> open =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Is told of what is opened. */
    public interface Opening {
        void of(String subject, String field);
    }

    /** @param masterKey 32 random bytes */
    public TinkVault(SubjectKeys keys, byte[] masterKey, Opening opening) {
        this.keys = keys;
        this.opening = opening;
        try {
            wrapping = new AesGcmJce(derive(masterKey, "wrapping"));
            digesting = new SecretKeySpec(derive(masterKey, "digesting"), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault's keys can't be derived", e);
        }
    }

    private static byte[] derive(byte[] masterKey, String purpose) throws GeneralSecurityException {
        return Hkdf.computeHkdf("HMACSHA256", masterKey, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), 32);
    }

    @Override
    public Sealed seal(String subject, String field, String plainText) {
        byte[] cipherText = encrypt(subject, field, plainText.getBytes(StandardCharsets.UTF_8));
        return new Sealed(SUITE, subject, field, Base64.getEncoder().encodeToString(cipherText));
    }

    /** Seals a content of any kind as a text is sealed; it names its suite, too. */
    byte[] seal(String subject, String field, byte[] content) {
        byte[] cipherText = encrypt(subject, field, content);
        byte[] sealed = Arrays.copyOf(HEAD, HEAD.length + cipherText.length);
        System.arraycopy(cipherText, 0, sealed, HEAD.length, cipherText.length);
        return sealed;
    }

    private byte[] encrypt(String subject, String field, byte[] plainText) {
        try {
            AesGcmJce key = open.get(subject, this::findOrCreate);
            return key.encrypt(plainText, additionalData(SUITE, subject, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(field + " can't be sealed", e);
        }
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        if (!sealed.suite().equals(SUITE)) {
            throw new IllegalStateException("No suite " + sealed.suite() + " is installed");
        }
        return decrypt(sealed.subject(), sealed.field(), Base64.getDecoder().decode(sealed.cipherText()))
                .map(plainText -> new String(plainText, StandardCharsets.UTF_8));
    }

    /** Opens a sealed content as a text is opened. */
    Optional<byte[]> open(String subject, String field, byte[] sealed) {
        if (!Arrays.equals(sealed, 0, Math.min(HEAD.length, sealed.length), HEAD, 0, HEAD.length)) {
            throw new IllegalStateException(field + " of " + subject + " is of no suite that is installed");
        }
        return decrypt(subject, field, Arrays.copyOfRange(sealed, HEAD.length, sealed.length));
    }

    private Optional<byte[]> decrypt(String subject, String field, byte[] cipherText) {
        // Within the cache's own lock, so that a key that is destroyed meanwhile is not put back.
        AesGcmJce key = open.get(
                subject,
                each -> keys.find(each).map(wrapped -> unwrap(each, wrapped)).orElse(null));
        if (key == null) {
            return Optional.empty();
        }
        try {
            byte[] plainText = key.decrypt(cipherText, additionalData(SUITE, subject, field));
            opening.of(subject, field);
            return Optional.of(plainText);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(field + " of " + subject + " was altered or moved", e);
        }
    }

    @Override
    public String digest(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digesting);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on nothing that was sealed for the person can be opened, and nothing is sealed. */
    void destroy(String subject) {
        keys.destroy(subject);
        open.invalidate(subject);
    }

    boolean isDestroyed(String subject) {
        return keys.isDestroyed(subject);
    }

    private AesGcmJce findOrCreate(String subject) {
        byte[] wrapped = keys.find(subject)
                .or(() -> keys.putIfAbsent(subject, SUITE, wrap(subject)))
                .orElseThrow(() -> Refused.byRule(
                        "person-was-erased",
                        "该账号的个人信息已依法删除,不能再写入。",
                        "The personal data of this account was erased by law; nothing is kept for it any more."));
        return unwrap(subject, wrapped);
    }

    private byte[] wrap(String subject) {
        try {
            return wrapping.encrypt(Random.randBytes(32), subject.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made for " + subject, e);
        }
    }

    private AesGcmJce unwrap(String subject, byte[] wrapped) {
        try {
            return new AesGcmJce(wrapping.decrypt(wrapped, subject.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of " + subject + " can't be opened: it was altered, or the master key is another one", e);
        }
    }

    private static byte[] additionalData(String suite, String subject, String field) {
        return (suite + "\n" + subject + "\n" + field).getBytes(StandardCharsets.UTF_8);
    }
}
