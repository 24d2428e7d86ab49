package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.eventstore.TailingEventStore;
import cn.huiying.query.common.TokensAfterDocuments;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.serialization.EventSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** The one-process default. */
class OnEmbeddedLogTest extends PlatformAcceptance {

    @Autowired
    private PlatformProperties properties;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandBus commandBus;

    @Autowired
    private Map<String, Serializer> serializers;

    @Autowired
    private EventProcessingConfiguration processing;

    @TempDir
    Path folder;

    private Path backups() {
        return properties.data().resolve("backups");
    }

    @AfterEach
    void remove_the_backups() throws IOException {
        FileSystemUtils.deleteRecursively(backups());
    }

    private Answer backUp() {
        return api.as("sys-admin").post("/api/operations/backup", "");
    }

    @Test
    void a_backup_of_the_running_log_opens_and_verifies() throws IOException {
        Answer answer = backUp();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Path file = Path.of(answer.json().get("file").stringValue());
        long position = answer.json().get("position").longValue();
        assertThat(file).isEqualTo(backups().resolve("events-" + position + ".sqlite"));
        try (SqliteEventStorageEngine copy = SqliteEventStorageEngine.builder()
                .file(Files.copy(file, folder.resolve("events.sqlite")))
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(EventSerialization.serializer())
                .snapshotSerializer(EventSerialization.serializer())
                .upcasterChain(EventSerialization.upcasters())
                .build()) {
            assertThat(copy.verify()).isEmpty();
            assertThat(copy.headPosition()).isGreaterThanOrEqualTo(position);
            assertThat(copy.readEvents(null, false).count()).isEqualTo(copy.headPosition());
        }
    }

    @Test
    void a_backup_that_is_there_already_is_named_again_and_not_written_again() throws IOException {
        Answer first = backUp();
        Path file = Path.of(first.json().get("file").stringValue());
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(backUp().json()).isEqualTo(first.json());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
        try (Stream<Path> files = Files.list(backups())) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SYS_ADMIN", "SYSTEM"})
    void only_a_system_administrator_backs_up(Role role) {
        String client = role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + switch (role) {
                    case CITIZEN, ENTERPRISE -> "@A-01";
                    case AGENCY_HANDLER, AGENCY_LEADER -> "@" + TOWN;
                    case COUNTY_OFFICER -> "@445224";
                    default -> "";
                };
        Answer refused = api.as(client).post("/api/operations/backup", "");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("role-may-not");
        assertThat(backups()).doesNotExist();
    }

    @Test
    void nobody_backs_up_without_a_token() {
        assertThat(api.anyone().post("/api/operations/backup", "").status()).isEqualTo(401);
        assertThat(backups()).doesNotExist();
    }

    /** A file in the folder's place: it can't be written even by root. */
    @Test
    void a_backup_that_can_not_be_written_is_told_and_the_log_goes_on() throws IOException {
        Files.writeString(backups(), "no folder");
        Answer refused = backUp();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("backup-not-written");
        assertThat(refused.text()).doesNotContain("Exception");
        assertThat(api.anyone().get("/actuator/health").json().get("status").stringValue())
                .isEqualTo("UP");
    }

    @Test
    void every_infrastructure_bean_is_the_one_that_was_chosen() {
        assertThat(eventStore).isInstanceOf(TailingEventStore.class);
        assertThat(commandBus).isInstanceOf(SimpleCommandBus.class);
        assertThat(serializers.values()).isNotEmpty().allMatch(Jackson3Serializer.class::isInstance);
        assertThat(processing.eventProcessors())
                .containsOnlyKeys(
                        "listing",
                        "work-queue",
                        "agency-directory",
                        "enterprises",
                        "erasures",
                        "due-list",
                        "notifications",
                        "statistics",
                        "listing-history",
                        "statistics-history",
                        "policies",
                        "policy-reactions",
                        "erasure-reactions",
                        "assessments",
                        "reports",
                        "suggestions",
                        "supervision-orders",
                        "supervision-reactions",
                        "supervision-board");
        processing.eventProcessors().forEach((name, processor) -> {
            assertThat(processor).isInstanceOf(TrackingEventProcessor.class);
            assertThat(processing.tokenStore(name)).isInstanceOf(TokensAfterDocuments.class);
        });
    }
}
