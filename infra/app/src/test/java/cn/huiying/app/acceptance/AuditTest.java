package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.Program;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.audit.AuditCommand;
import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.audit.Checkpoint;
import cn.huiying.audit.InvalidProof;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.Proofs;
import cn.huiying.audit.SignedNote;
import cn.huiying.query.common.ReadPositions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What auditors see of the log, and can prove of it, with the demo's log. */
class AuditTest {

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext platform;
    private static Api api;

    private final Api.As auditor = api.as("auditor");

    @BeforeAll
    static void start() {
        platform = new SpringApplicationBuilder(HuiyingApplication.class)
                .run("--server.port=0", "--huiying.data=" + folder.resolve("data"), "--huiying.demo=true");
        api = Api.held(Integer.parseInt(platform.getEnvironment().getProperty("local.server.port")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private List<String> lines(String query) {
        return ok(auditor.get("/api/audit/events" + query, "Accept", "application/x-ndjson"))
                .text()
                .lines()
                .toList();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static long position(String line) {
        return json(line).get("position").longValue();
    }

    /** By nothing but what is shown, as the guide says. */
    private static byte[] leaf(String line) {
        JsonNode event = json(line);
        int payload = line.indexOf("\"payload\":") + "\"payload\":".length();
        int metadata = line.lastIndexOf(",\"metadata\":");
        int leafHash = line.lastIndexOf(",\"leafHash\":");
        String at = new DateTimeFormatterBuilder()
                .appendInstant(9)
                .toFormatter()
                .format(OffsetDateTime.parse(event.get("recordedAt").stringValue())
                        .toInstant());
        return new LogEntry(
                        event.get("position").longValue(),
                        event.get("stream").stringValue(null),
                        event.get("sequence").isNull()
                                ? null
                                : event.get("sequence").longValue(),
                        event.get("streamType").stringValue(null),
                        event.get("eventId").stringValue(),
                        at,
                        event.get("typeName").stringValue(),
                        event.get("revision").stringValue(null),
                        line.substring(payload, metadata).getBytes(StandardCharsets.UTF_8),
                        line.substring(metadata + ",\"metadata\":".length(), leafHash)
                                .getBytes(StandardCharsets.UTF_8))
                .leafHash();
    }

    private static byte[] hash(JsonNode hex) {
        return HexFormat.of().parseHex(hex.stringValue());
    }

    private static List<byte[]> hashes(JsonNode hexes) {
        return hexes.valueStream().map(AuditTest::hash).toList();
    }

    private Checkpoint checkpoint(String query) {
        NoteKey key =
                NoteKey.parse(ok(api.anyone().get("/api/audit/log/key" + query)).text());
        return Checkpoint.parse(SignedNote.open(
                ok(api.anyone().get("/api/audit/log/checkpoint" + query)).text(), key));
    }

    @Test
    void the_whole_log_comes_as_lines_in_order_and_every_leaf_is_the_hash_of_what_is_shown() {
        List<String> lines = lines("");
        assertThat(lines).hasSizeGreaterThan(4_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(position(lines.get(i))).isEqualTo(i + 1);
            assertThat(HexFormat.of().formatHex(leaf(lines.get(i))))
                    .as(lines.get(i))
                    .isEqualTo(json(lines.get(i)).get("leafHash").stringValue());
        }
    }

    @Test
    void whoever_is_cut_off_goes_on_behind_the_last_line() {
        List<String> all = lines("?type=PetitionSubmitted");
        long last = position(all.get(9));
        assertThat(lines("?type=PetitionSubmitted&after=" + last)).isEqualTo(all.subList(10, all.size()));
    }

    @Test
    void the_log_is_narrowed_by_petition_type_actor_role_agency_and_time() {
        JsonNode submitted = json(lines("?type=PetitionSubmitted").getFirst());
        String petition = submitted.get("stream").stringValue();
        assertThat(lines("?petition=" + petition))
                .hasSizeGreaterThan(3)
                .allMatch(line -> json(line).get("stream").stringValue().equals(petition));
        assertThat(lines("?type=PetitionSubmitted,PetitionAccepted"))
                .anyMatch(line -> json(line).get("type").stringValue().equals("PetitionAccepted"))
                .allMatch(line -> json(line).get("type").stringValue().matches("Petition(Submitted|Accepted)"));
        String actor = submitted.get("actor").stringValue();
        assertThat(lines("?actor=" + actor))
                .isNotEmpty()
                .allMatch(line -> json(line).get("actor").stringValue().equals(actor));
        assertThat(lines("?role=AGENCY_LEADER&type=ReplyApproved"))
                .isNotEmpty()
                .allMatch(line -> json(line).get("role").stringValue().equals("AGENCY_LEADER"));
        String agency =
                json(lines("?type=ReplyApproved").getFirst()).get("agency").stringValue();
        assertThat(lines("?agency=" + agency))
                .isNotEmpty()
                .allMatch(line -> json(line).get("agency").stringValue().equals(agency));
        OffsetDateTime at = OffsetDateTime.parse(submitted.get("recordedAt").stringValue());
        String text = URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
        List<String> since = lines("?from=" + text);
        List<String> before = lines("?to=" + text);
        assertThat(since).allMatch(line -> !recorded(line).isBefore(at));
        assertThat(before).allMatch(line -> recorded(line).isBefore(at));
        assertThat(since.size() + before.size()).isEqualTo(lines("").size());
    }

    private static OffsetDateTime recorded(String line) {
        return OffsetDateTime.parse(json(line).get("recordedAt").stringValue());
    }

    @Test
    void pages_lead_on_and_back_and_tell_the_total() {
        Answer first = ok(auditor.get("/api/audit/events?role=SYSTEM&limit=7&total=exact"));
        assertThat(first.json().get("total").longValue())
                .isEqualTo(lines("?role=SYSTEM").size());
        Answer second = ok(auditor.get("/api/audit/events?role=SYSTEM&limit=7&cursor="
                + first.json().get("next").stringValue()));
        Answer back = ok(auditor.get("/api/audit/events?role=SYSTEM&limit=7&cursor="
                + second.json().get("prev").stringValue()));
        assertThat(back.json().get("items")).isEqualTo(first.json().get("items"));
        assertThat(second.json().get("items").get(0).get("position").longValue())
                .isEqualTo(position(lines("?role=SYSTEM").get(7)));
    }

    @Test
    void sealed_parts_are_marked_and_stay_sealed() {
        JsonNode submitted = json(lines("?type=PetitionSubmitted").getFirst());
        JsonNode mark = submitted.get("sealed").get(0);
        assertThat(submitted
                        .get("payload")
                        .at(mark.get("pointer").stringValue())
                        .get("cipherText")
                        .isString())
                .isTrue();
        assertThat(mark.get("subject").stringValue()).startsWith("ACC-");
    }

    @Test
    void every_event_of_one_petition_is_shown() {
        String petition =
                json(lines("?type=PetitionResolved").getFirst()).get("stream").stringValue();
        JsonNode items =
                ok(auditor.get("/api/audit/petitions/" + petition)).json().get("items");
        assertThat(items.valueStream().map(item -> item.get("sequence").intValue()))
                .containsExactlyElementsOf(
                        IntStream.range(0, items.size()).boxed().toList());
        assertThat(auditor.get("/api/audit/petitions/PET-none").status()).isEqualTo(404);
    }

    @Test
    void any_event_is_proven_to_be_in_the_signed_log() {
        Checkpoint checkpoint = checkpoint("");
        List<String> lines = lines("");
        for (long position : new long[] {1, 2, 777, checkpoint.size()}) {
            JsonNode proof = ok(api.anyone()
                            .get("/api/audit/log/inclusion?position=" + position + "&size=" + checkpoint.size()))
                    .json();
            byte[] leaf = leaf(lines.get((int) position - 1));
            assertThat(Proofs.included(
                            position - 1, checkpoint.size(), leaf, hashes(proof.get("path")), checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void what_is_signed_now_continues_what_was_signed_before() {
        Checkpoint before = checkpoint("");
        assertThat(api.as("bureau-leader")
                        .post("/api/reports", "{'kind':'DAILY','period':'2024-03-04'}")
                        .status())
                .isEqualTo(201);
        ok(auditor.post("/api/audit/log/checkpoint", ""));
        Checkpoint after = checkpoint("");
        assertThat(after.size()).isGreaterThan(before.size());
        JsonNode proof = ok(api.anyone()
                        .get("/api/audit/log/consistency?from=" + before.size() + "&to=" + after.size()))
                .json();
        assertThat(Proofs.consistent(
                        before.size(), after.size(), before.root(), after.root(), hashes(proof.get("path"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/audit/log/inclusion|position",
                "/api/audit/log/inclusion?position=0|position",
                "/api/audit/log/inclusion?position=-1|position",
                "/api/audit/log/inclusion?position=99999999|position",
                "/api/audit/log/inclusion?position=5&size=4|position",
                "/api/audit/log/inclusion?position=1&size=99999999|size",
                "/api/audit/log/consistency?to=5|from",
                "/api/audit/log/consistency?from=6&to=5|from",
                "/api/audit/log/consistency?from=0&to=5|from",
                "/api/audit/log/consistency?from=1&to=x|to",
                "/api/audit/log/checkpoint?log=other|log",
                "/api/audit/log/checkpoint?size=1|size",
                "/api/audit/bundle?from=6&to=5|from",
                "/api/audit/bundle?to=99999999|to",
                "/api/audit/events?after=-1|after",
                "/api/audit/events?type=Nothing|type",
                "/api/audit/events?role=KING|role",
                "/api/audit/events?from=2026-11-30|from",
                "/api/audit/events?petition=1|petition",
                "/api/audit/events?cursor=x|cursor",
                "/api/audit/petitions/1|id",
                "/api/audit/access?subject=a%20b|subject",
                "/api/audit/access?act=WALK|act"
            })
    void bad_questions_are_told_what_is_wrong_with_them(String path, String pointer) {
        Answer answer = auditor.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/audit/events",
                "/api/audit/petitions/PET-1",
                "/api/audit/bundle",
                "/api/audit/access",
            })
    void the_log_is_for_auditors_only(String path) {
        assertThat(api.as("bureau-leader").get(path).status()).isEqualTo(403);
        assertThat(api.as("sys-admin").get(path).status()).isEqualTo(403);
        assertThat(api.anyone().get(path).status()).isEqualTo(401);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private record Verified(int status, String output) {}

    private Verified verify(Path file) throws IOException {
        Path key = file("key", api.anyone().get("/api/audit/log/key").bytes());
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Verified(AuditCommand.run(file, key), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void a_bundle_is_verified_away_from_the_platform() throws IOException {
        Verified whole =
                verify(file("all.zip", ok(auditor.get("/api/audit/bundle")).bytes()));
        assertThat(whole.output()).startsWith("The bundle is the one that was signed: events 1 to ");
        assertThat(whole.status()).isZero();
        Verified part = verify(file(
                "part.zip",
                ok(auditor.get("/api/audit/bundle?from=100&to=1100")).bytes()));
        assertThat(part.output()).contains("events 100 to 1100");
        assertThat(part.status()).isZero();
        assertThat(verify(folder.resolve("data").resolve("events.sqlite")).output())
                .startsWith("The log is the one that was signed: ");
    }

    /** Twice the same: on another machine nothing is there but the bundle. */
    @Test
    void the_read_models_come_to_the_same_elsewhere() throws Exception {
        Path bundle = file("replayed.zip", ok(auditor.get("/api/audit/bundle")).bytes());
        Path key = file("key", api.anyone().get("/api/audit/log/key").bytes());
        ProcessBuilder replaying = new ProcessBuilder(Program.command(
                        folder.resolve("unused"),
                        "audit",
                        bundle.toString(),
                        key.toString(),
                        folder.resolve("elsewhere").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("replayed.txt").toFile());
        // Servers that are not for the replay; nobody listens there.
        replaying.environment().put("MONGODB_URI", "mongodb://127.0.0.1:1/huiying?serverSelectionTimeoutMS=1000");
        replaying.environment().put("AXON_SERVER", "127.0.0.1:1");
        Process process = replaying.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroy();
        String output = Files.readString(folder.resolve("replayed.txt"));
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.contains(": the same ")).count())
                .as(output)
                .isEqualTo(platform.getBean(ReadModels.class).names().size());
    }

    /** As a release without any. */
    @Test
    void a_bundle_with_a_read_model_that_the_release_lacks_is_refused_by_name() throws IOException {
        Path bundle = file("lacking.zip", ok(auditor.get("/api/audit/bundle")).bytes());
        Path key = file("key", api.anyone().get("/api/audit/log/key").bytes());
        assertThatThrownBy(() -> AuditCommand.replay(bundle, key, folder.resolve("lacking"), data -> {
                    GenericApplicationContext release = new GenericApplicationContext();
                    release.registerBean(ReadPositions.class, () -> platform.getBean(ReadPositions.class));
                    release.registerBean(
                            ReadModels.class,
                            () -> new ReadModels(
                                    List.of(),
                                    platform.getBean(EventProcessingConfiguration.class),
                                    platform.getBean(Configuration.class),
                                    platform.getBean(EventStore.class),
                                    platform.getBean(ReadPositions.class),
                                    InstantSource.system()));
                    release.refresh();
                    return release;
                }))
                .isInstanceOf(InvalidProof.class)
                .hasMessageContaining("“agency-directory” held, a read model that this release does not have");
    }

    private Path altered(String name, String altered, UnaryOperator<byte[]> alteration) throws IOException {
        byte[] bundle = ok(auditor.get("/api/audit/bundle?from=100&to=1100")).bytes();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bundle));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(altered) ? alteration.apply(content) : content);
            }
            if (altered.contains("..")) {
                out.putNextEntry(new ZipEntry(altered));
            }
        }
        return file(name, copy.toByteArray());
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 8;
        return bytes;
    }

    @Test
    void whatever_is_altered_in_a_bundle_is_named() throws IOException {
        // The first event of the range begins at 4; its payload is well within the first 300 bytes.
        Verified event = verify(altered("event.zip", "events", bytes -> flipped(bytes, 250)));
        assertThat(event.status()).isEqualTo(1);
        assertThat(event.output()).startsWith("Event 100 (").contains("was changed");
        for (String file : List.of(
                "leaves",
                "time-rules.ndjson",
                "README.txt",
                "golden/AgencyRegistered.1.json",
                "schemas/AgencyRegistered.1.json")) {
            assertThat(verify(altered("other.zip", file, bytes -> flipped(bytes, 40)))
                            .output())
                    .contains("The file “" + file + "” was altered");
        }
        assertThat(verify(altered("cut.zip", "events", bytes -> Arrays.copyOf(bytes, 5_000)))
                        .output())
                .contains("ends in the middle of event ");
        for (String signed : List.of("manifest", "checkpoint")) {
            assertThatThrownBy(() -> verify(altered("signed.zip", signed, bytes -> flipped(bytes, 30))))
                    .isInstanceOf(InvalidProof.class);
        }
        assertThatThrownBy(() -> verify(altered("big.zip", "manifest", bytes -> new byte[17 << 20])))
                .hasMessageContaining("which no bundle has");
        assertThatThrownBy(() -> verify(altered("climb.zip", "../../climb", bytes -> bytes)))
                .hasMessageContaining("../../climb");
        byte[] bundle = Files.readAllBytes(altered("whole.zip", "none", bytes -> bytes));
        assertThatThrownBy(() -> verify(file("half.zip", Arrays.copyOf(bundle, bundle.length / 2))))
                .hasMessageContaining("cut off");
    }

    @Test
    void the_bundle_of_another_log_or_key_is_refused() throws IOException {
        Path accesses = file(
                "access.zip", ok(auditor.get("/api/audit/bundle?log=access")).bytes());
        assertThatThrownBy(() -> verify(accesses)).hasMessageContaining("not signed by");
    }

    @Test
    void reading_sealed_data_of_others_is_on_record_before_it_is_answered() {
        ok(api.as("intake-officer").get("/api/intake?limit=1"));
        long before = accesses("").getLast().get("position").longValue();
        JsonNode queue =
                ok(api.as("intake-officer").get("/api/intake?limit=5")).json().get("items");
        List<JsonNode> since = accesses("?act=READ&after=" + before);
        assertThat(since).hasSize(1);
        JsonNode access = since.getFirst();
        assertThat(access.get("act").stringValue()).isEqualTo("READ");
        assertThat(access.get("door").stringValue()).isEqualTo("GET /api/intake");
        assertThat(access.get("reader").stringValue()).isEqualTo("intake-officer");
        assertThat(access.get("status").intValue()).isEqualTo(200);
        assertThat(access.get("opened").size()).isPositive();
        String subject = access.get("opened").get(0).get("subject").stringValue();
        assertThat(accesses("?subject=" + subject + "&reader=intake-officer&act=READ"))
                .contains(access);
        assertThat(accesses("?subject=ACC-nobody")).isEmpty();
        assertThat(accesses("?reader=supervisor&after=" + before)).isEmpty();
        assertThat(queue.size()).isPositive();
    }

    @Test
    void exports_pages_of_the_log_backups_and_refused_attempts_are_on_record() {
        ok(api.as("intake-officer").get("/api/intake?limit=1"));
        long before = accesses("").getLast().get("position").longValue();
        lines("?type=PetitionSubmitted");
        ok(auditor.get("/api/audit/events?limit=1"));
        assertThat(auditor.get("/api/audit/petitions/PET-none").status()).isEqualTo(404);
        assertThat(api.as("bureau-leader").post("/api/operations/backup", "").status())
                .isEqualTo(403);
        assertThat(accesses("?after=" + before))
                .extracting(access -> access.get("act").stringValue() + " "
                        + access.get("door").stringValue() + " " + access.get("status"))
                .contains(
                        "EXPORT GET /api/audit/events null",
                        "LOOK_UP GET /api/audit/events 200",
                        "LOOK_UP GET /api/audit/petitions/{id} 404",
                        "BACKUP POST /api/operations/backup 403");
    }

    @Test
    void the_access_log_is_proven_as_the_log_is() {
        ok(api.as("intake-officer").get("/api/intake?limit=1"));
        ok(auditor.post("/api/audit/log/checkpoint?log=access", ""));
        Checkpoint checkpoint = checkpoint("?log=access");
        JsonNode access = accesses("").getFirst();
        JsonNode proof = ok(api.anyone()
                        .get("/api/audit/log/inclusion?log=access&position=1&size=" + checkpoint.size()))
                .json();
        assertThat(Proofs.included(
                        0,
                        checkpoint.size(),
                        hash(access.get("leafHash")),
                        hashes(proof.get("path")),
                        checkpoint.root()))
                .isTrue();
    }

    /** All of them: the question itself is on record after it is answered. */
    private List<JsonNode> accesses(String query) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/api/audit/access" + (query.isEmpty() ? "?" : query + "&") + "limit=100";
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = ok(auditor.get(path + cursor)).json();
            page.get("items").forEach(all::add);
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        return all;
    }
}
