package cn.huiying.app.audit;

import cn.huiying.audit.NoteKey;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key that checkpoints are signed with, in a file of its own, in the form that the tools of signed notes use:
 * {@code PRIVATE+KEY+name+id+key}.
 */
record LogKey(NoteKey publicKey, PrivateKey privateKey) {

    /** The same key under the name of another log of the platform. */
    LogKey ofPart(String part) {
        return new LogKey(new NoteKey(publicKey.name() + "/" + part, publicKey.raw()), privateKey);
    }

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final byte ED25519 = 1;
    private static final int SEED = 32;

    /** Made on the first start, readable by its owner only; an operator puts another in its place beforehand. */
    static LogKey of(Path file, String origin) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(origin, Random.randBytes(SEED)) + "\n");
        }
        LogKey key = parse(file, Files.readString(file).strip());
        if (!key.publicKey().name().equals(origin)) {
            throw new IllegalStateException("The signing key in " + file + " is of the log "
                    + key.publicKey().name() + ", this one is named " + origin + " (huiying.audit.origin).");
        }
        return key;
    }

    private static String text(String origin, byte[] seed) {
        byte[] typed = ByteBuffer.allocate(1 + SEED).put(ED25519).put(seed).array();
        return PREFIX + origin + "+" + of(origin, seed).publicKey().text().split("\\+")[1] + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static LogKey parse(Path file, String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        try {
            byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            if (typed.length == 1 + SEED && typed[0] == ED25519) {
                return of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalStateException(
                "The signing key in " + file + " is not an Ed25519 key of the form " + PREFIX + "name+id+key.");
    }

    private static LogKey of(String origin, byte[] seed) {
        try {
            byte[] raw = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new LogKey(new NoteKey(origin, raw), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key can't be used", e);
        }
    }
}
