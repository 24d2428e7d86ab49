package cn.huiying.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.huiying.audit.AuditTree;
import cn.huiying.audit.Checkpoint;
import cn.huiying.audit.FolderWitness;
import cn.huiying.audit.HttpWitness;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.Proofs;
import cn.huiying.audit.SignedNote;
import cn.huiying.audit.Witness;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that grows, its tree behind it, and witnesses that come and go. */
class ProvenLogTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private SqliteEventStorageEngine log;
    private final KeyPair pair = pair();
    private final NoteKey key = NoteKey.of("example.org/log", pair.getPublic());

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() {
        log = Fixtures.open(folder.resolve("events.sqlite"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            log.appendEvents(Fixtures.plainEvent(i));
        }
    }

    private ProvenLog prove(Witness... witnesses) {
        AuditTree tree = new AuditTree(folder.resolve("audit"), key, pair.getPrivate());
        return new ProvenLog("test", log, tree, List.of(witnesses), SOON, new SimpleMeterRegistry());
    }

    @Test
    void what_is_committed_is_signed_before_long_and_at_the_stop() throws InterruptedException {
        append(10);
        ProvenLog proven = prove();
        await().untilAsserted(() -> assertThat(
                        proven.tree().newest().map(signed -> signed.checkpoint().size()))
                .hasValue(10L));
        append(5);
        assertThat(proven.sign().checkpoint().size()).isEqualTo(15);
        append(1);
        proven.stop();
        try (AuditTree tree = new AuditTree(folder.resolve("audit"), key, pair.getPrivate())) {
            assertThat(tree.newest().orElseThrow().checkpoint().size()).isEqualTo(16);
        }
    }

    @Test
    void a_folder_of_others_gets_each_checkpoint_also_after_it_was_away() throws Exception {
        append(3);
        FolderWitness share = new FolderWitness(folder.resolve("share").resolve("event"));
        ProvenLog proven = prove(share);
        await().untilAsserted(() -> assertThat(proven.unwitnessed()).containsKey(share.name()));
        assertThat(proven.fault()).isEmpty();
        Files.createDirectory(folder.resolve("share"));
        await().untilAsserted(() -> assertThat(proven.unwitnessed()).isEmpty());
        Path kept = share.folder().resolve("checkpoint-3.txt");
        assertThat(Checkpoint.parse(SignedNote.open(Files.readString(kept), key))
                        .size())
                .isEqualTo(3);
        proven.stop();
    }

    /** What C2SP tlog-witness asks of a witness. */
    private static final class Witnessing implements HttpHandler {

        private final NoteKey key;
        private Checkpoint known;
        private final List<Integer> answers = new CopyOnWriteArrayList<>();

        Witnessing(NoteKey key) {
            this.key = key;
        }

        @Override
        public synchronized void handle(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = body.split("\n\n", 2);
            String[] lines = parts[0].split("\n");
            long old = Long.parseLong(lines[0].substring("old ".length()));
            Checkpoint offered = Checkpoint.parse(SignedNote.open(parts[1], key));
            List<byte[]> proof =
                    Stream.of(lines).skip(1).map(Base64.getDecoder()::decode).toList();
            if (old != (known == null ? 0 : known.size())) {
                answer(exchange, 409, known.size() + "\n");
            } else if (known != null && !Proofs.consistent(old, offered.size(), known.root(), offered.root(), proof)) {
                answer(exchange, 422, "");
            } else {
                known = offered;
                answer(exchange, 200, "");
            }
        }

        private void answer(HttpExchange exchange, int status, String body) throws IOException {
            answers.add(status);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    @Test
    void a_witness_is_shown_that_the_log_only_grew() throws Exception {
        Witnessing witness = new Witnessing(key);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/w/add-checkpoint", witness);
        server.start();
        URI prefix = URI.create("http://localhost:" + server.getAddress().getPort() + "/w");
        try {
            append(3);
            ProvenLog first = prove(new HttpWitness(prefix));
            await().untilAsserted(() -> assertThat(witness.answers).containsExactly(200));
            append(4);
            first.stop();
            await().untilAsserted(() -> assertThat(witness.answers).hasSizeGreaterThanOrEqualTo(1));
            append(1);
            // After a start it is not known what the witness has; it says so itself.
            ProvenLog second = prove(new HttpWitness(prefix));
            await().untilAsserted(() -> {
                assertThat(witness.known.size()).isEqualTo(8);
                assertThat(second.unwitnessed()).isEmpty();
            });
            assertThat(witness.answers).contains(409).doesNotContain(422);
            second.stop();
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 200})
    void nothing_is_signed_over_a_log_that_lost_its_end_also_where_it_grew_again(int grown) throws Exception {
        append(300);
        ProvenLog proven = prove();
        proven.sign();
        proven.stop();
        log.close();
        try (Connection tampering = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.sqlite"));
                Statement sql = tampering.createStatement()) {
            sql.executeUpdate("DELETE FROM events WHERE position > 200");
        }
        open();
        append(grown);
        ProvenLog again = prove();
        assertThatThrownBy(again::sign).isInstanceOf(NotProven.class).hasMessageContaining("300");
        again.stop();
    }

    @Test
    void nothing_is_signed_over_a_log_that_was_altered() throws Exception {
        append(300);
        ProvenLog proven = prove();
        proven.sign();
        proven.stop();
        log.close();
        try (Connection tampering = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.sqlite"));
                Statement sql = tampering.createStatement()) {
            sql.executeUpdate("UPDATE events SET payload = '{}' WHERE position = 7");
        }
        open();
        // The tree is made again from the log, as where its disk was lost.
        Files.delete(folder.resolve("audit").resolve("tree").resolve("level-0"));
        ProvenLog again = prove();
        await().untilAsserted(() -> assertThat(again.fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("300", "the log was altered")));
        assertThatThrownBy(again::sign).isInstanceOf(NotProven.class);
        again.stop();
    }
}
