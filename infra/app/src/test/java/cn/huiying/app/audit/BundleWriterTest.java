package cn.huiying.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.audit.AuditTree;
import cn.huiying.audit.AuditTree.Signed;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BundleWriterTest {

    @TempDir
    Path folder;

    private List<String> faults(ProvenLog proven, LogKey key, Signed signed) throws Exception {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new BundleWriter(proven, key, JsonMapper.shared()).write(out, 1, 20, signed, Map.of());
        }
        try (Bundle bundle = new Bundle(file)) {
            return bundle.faults(bundle.manifest(key.publicKey()));
        }
    }

    @Test
    void the_bundle_of_a_store_that_was_altered_after_it_was_signed_names_the_event() throws Exception {
        Path store = folder.resolve("events.sqlite");
        LogKey key = LogKey.of(folder.resolve("key"), "example.org/log");
        try (SqliteEventStorageEngine log = SqliteEventStorageEngine.builder()
                .file(store)
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(EventSerialization.serializer())
                .snapshotSerializer(EventSerialization.serializer())
                .build()) {
            for (int i = 1; i <= 20; i++) {
                log.appendEvents(new GenericEventMessage<>(Map.of("n", i)));
            }
            AuditTree tree = new AuditTree(folder.resolve("audit"), key.publicKey(), key.privateKey());
            ProvenLog proven =
                    new ProvenLog("test", log, tree, List.of(), Duration.ofMinutes(1), new SimpleMeterRegistry());
            Signed signed = proven.sign();
            assertThat(faults(proven, key, signed)).isEmpty();
            try (Connection tampering = DriverManager.getConnection("jdbc:sqlite:" + store);
                    Statement sql = tampering.createStatement()) {
                sql.executeUpdate("UPDATE events SET payload = '{\"n\":0}' WHERE position = 7");
            }
            assertThat(faults(proven, key, signed))
                    .singleElement()
                    .asString()
                    .startsWith("event 7 (")
                    .contains("was changed");
            proven.stop();
        }
    }
}
