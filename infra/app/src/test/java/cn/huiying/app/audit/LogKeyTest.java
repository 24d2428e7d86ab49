package cn.huiying.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {

    @TempDir
    Path folder;

    @Test
    void the_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        LogKey made = LogKey.of(folder.resolve("key"), "example.org/log");
        assertThat(LogKey.of(folder.resolve("key"), "example.org/log").publicKey())
                .isEqualTo(made.publicKey());
        assertThat(Files.getPosixFilePermissions(folder.resolve("key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_key_of_another_log_or_none_is_refused() throws IOException {
        LogKey.of(folder.resolve("key"), "example.org/log");
        assertThatThrownBy(() -> LogKey.of(folder.resolve("key"), "example.org/other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("example.org/log");
        Files.writeString(folder.resolve("bad"), "PRIVATE+KEY+x");
        assertThatThrownBy(() -> LogKey.of(folder.resolve("bad"), "x")).hasMessageContaining("is not an Ed25519 key");
    }
}
