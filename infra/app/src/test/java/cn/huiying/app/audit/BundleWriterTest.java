package cn.huiying.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.audit.AuditTree;
import cn.huiying.audit.AuditTree.Signed;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.serialization.EventSchemas;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BundleWriterTest {

    @TempDir
    Path folder;

    private SqliteEventStorageEngine log() {
        return SqliteEventStorageEngine.builder()
                .file(folder.resolve("events.sqlite"))
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(EventSerialization.serializer())
                .snapshotSerializer(EventSerialization.serializer())
                .build();
    }

    private ProvenLog proven(SqliteEventStorageEngine log, LogKey key) {
        AuditTree tree = new AuditTree(folder.resolve("audit"), key.publicKey(), key.privateKey());
        return new ProvenLog("test", log, tree, List.of(), Duration.ofMinutes(1), new SimpleMeterRegistry());
    }

    private void alter(String statement) throws SQLException {
        try (Connection tampering = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.sqlite"));
                Statement sql = tampering.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private Path bundle(ProvenLog proven, LogKey key, Signed signed) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new BundleWriter(proven, key, JsonMapper.shared())
                    .write(out, 1, signed.checkpoint().size(), signed, Map.of());
        }
        return file;
    }

    private List<String> faults(Path file, LogKey key) throws IOException {
        try (Bundle bundle = new Bundle(file)) {
            return bundle.faults(bundle.manifest(key.publicKey()));
        }
    }

    @Test
    void the_bundle_of_a_store_that_was_altered_after_it_was_signed_names_the_event() throws Exception {
        LogKey key = LogKey.of(folder.resolve("key"), "example.org/log");
        try (SqliteEventStorageEngine log = log()) {
            for (int i = 1; i <= 20; i++) {
                log.appendEvents(new GenericEventMessage<>(Map.of("n", i)));
            }
            ProvenLog proven = proven(log, key);
            Signed signed = proven.sign();
            assertThat(faults(bundle(proven, key, signed), key)).isEmpty();
            alter("UPDATE events SET payload = '{\"n\":0}' WHERE position = 7");
            assertThat(faults(bundle(proven, key, signed), key))
                    .singleElement()
                    .asString()
                    .startsWith("event 7 (")
                    .contains("was changed");
            proven.stop();
        }
    }

    @Test
    void no_bundle_is_made_of_a_store_that_was_altered_before_the_range() throws Exception {
        LogKey key = LogKey.of(folder.resolve("key"), "example.org/log");
        try (SqliteEventStorageEngine log = log()) {
            for (int i = 1; i <= 20; i++) {
                log.appendEvents(new GenericEventMessage<>(Map.of("n", i)));
            }
            ProvenLog proven = proven(log, key);
            Signed signed = proven.sign();
            BundleWriter writer = new BundleWriter(proven, key, JsonMapper.shared());
            for (String statement : List.of(
                    "UPDATE events SET payload = '{\"n\":0}' WHERE position = 3",
                    "DELETE FROM events WHERE position = 3")) {
                alter(statement);
                assertThatThrownBy(() -> writer.write(OutputStream.nullOutputStream(), 10, 20, signed, Map.of()))
                        .hasMessageContaining("Event 3 is not the one that was signed");
            }
            proven.stop();
        }
    }

    /** Two kinds of events of the present revision, and one of an earlier one. */
    private void appendEvents(SqliteEventStorageEngine log) throws SQLException {
        PetitionId id = new PetitionId("PET-1");
        log.appendEvents(
                new GenericEventMessage<>(new PetitionWithdrawn(id, "reason", Instant.EPOCH)),
                new GenericEventMessage<>(new PetitionWithdrawn(id, "reason", Instant.EPOCH)),
                new GenericEventMessage<>(new PetitionArchived(id, Instant.EPOCH)),
                new GenericEventMessage<>(new CallbackRecorded(id, true, true, true, null, null, Instant.EPOCH)));
        alter("UPDATE events SET revision = '1' WHERE position = 4");
    }

    @Test
    void a_bundle_has_the_schema_of_each_kind_of_event_in_it_whose_revision_is_the_present_one() throws Exception {
        LogKey key = LogKey.of(folder.resolve("key"), "example.org/log");
        try (SqliteEventStorageEngine log = log()) {
            appendEvents(log);
            ProvenLog proven = proven(log, key);
            Path file = bundle(proven, key, proven.sign());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertThat(zip.stream().map(ZipEntry::getName).filter(name -> name.contains("/")))
                        .containsExactlyInAnyOrder(
                                "golden/CallbackRecorded.1.json",
                                "golden/PetitionArchived.1.json",
                                "golden/PetitionWithdrawn.1.json",
                                "schemas/PetitionArchived.1.json",
                                "schemas/PetitionWithdrawn.1.json");
                assertThat(zip.getInputStream(zip.getEntry("schemas/PetitionArchived.1.json")))
                        .hasContent(EventSchemas.of("PetitionArchived.1").orElseThrow());
            }
            assertThat(faults(file, key)).isEmpty();
            proven.stop();
        }
    }

    @Test
    void a_bundle_of_the_same_range_is_the_same_bytes() throws Exception {
        LogKey key = LogKey.of(folder.resolve("key"), "example.org/log");
        try (SqliteEventStorageEngine log = log()) {
            appendEvents(log);
            ProvenLog proven = proven(log, key);
            Signed signed = proven.sign();
            byte[] first = Files.readAllBytes(bundle(proven, key, signed));
            assertThat(Files.readAllBytes(bundle(proven, key, signed))).isEqualTo(first);
            proven.stop();
        }
    }
}
