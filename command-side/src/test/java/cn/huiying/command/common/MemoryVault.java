package cn.huiying.command.common;

import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A vault for tests: real AES-GCM, one key a person, bound to person and field; the keys live in memory only. */
public final class MemoryVault implements Vault {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new HashMap<>();

    @Override
    public synchronized Sealed seal(String subject, String field, String plainText) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        SecretKey key = keys.computeIfAbsent(subject, s -> new SecretKeySpec(randomBytes(), "AES"));
        byte[] cipherText =
                run(Cipher.ENCRYPT_MODE, key, nonce, subject + " " + field, plainText.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = Arrays.copyOf(nonce, nonce.length + cipherText.length);
        System.arraycopy(cipherText, 0, sealed, nonce.length, cipherText.length);
        return new Sealed("test", subject, field, Base64.getEncoder().encodeToString(sealed));
    }

    @Override
    public synchronized Optional<String> open(Sealed sealed) {
        SecretKey key = keys.get(sealed.subject());
        if (key == null) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getDecoder().decode(sealed.cipherText());
        byte[] opened = run(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(bytes, 12),
                sealed.subject() + " " + sealed.field(),
                Arrays.copyOfRange(bytes, 12, bytes.length));
        return Optional.of(new String(opened, StandardCharsets.UTF_8));
    }

    @Override
    public String digest(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("a secret for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\0" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String bound, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
