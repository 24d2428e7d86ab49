package cn.huiying.app.vault;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.shared.privacy.PersonalDataErasure;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault, with its keys apart from the log, and what is sealed but too large for the log. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    SubjectKeys subjectKeys(PlatformProperties properties) throws IOException {
        Path folder = properties.data().resolve("keys");
        Files.createDirectories(folder);
        return new SubjectKeys(folder.resolve("subject-keys.sqlite"));
    }

    @Bean
    TinkVault vault(SubjectKeys keys, PlatformProperties properties) throws IOException {
        return new TinkVault(keys, masterKey(properties.data().resolve("keys").resolve("master.key")), OpenedData::add);
    }

    @Bean
    SealedFiles attachmentContents(TinkVault vault, PlatformProperties properties) {
        return new SealedFiles(properties.data().resolve("attachments"), vault);
    }

    @Bean
    PersonalDataErasure personalDataErasure(TinkVault vault, SealedFiles files) {
        return subject -> {
            vault.destroy(subject);
            files.remove(subject);
        };
    }

    /** Made on the first start, readable by its owner only; an operator puts another in its place beforehand. */
    private static byte[] masterKey(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(Random.randBytes(32)));
        }
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalStateException("The master key in " + file + " must be 32 bytes in Base64.");
    }
}
