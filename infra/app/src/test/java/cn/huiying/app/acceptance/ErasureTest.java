package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.audit.AuditCommand;
import cn.huiying.query.common.ReadPositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What the law wants gone is gone from every file, and the log is as it was. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {

    private static final String NAME = "欧阳青禾";
    private static final String PHONE = "19912345678";
    private static final String SECRET = "门牌二十七号的蓝色铁门";
    private static final String ERASURES = "/api/privacy/erasures";
    private static final Pattern CODE = Pattern.compile("Code (\\d{6}) for the phone");

    @TempDir
    Path folder;

    private ConfigurableApplicationContext platform;
    private Api api;

    private void start() {
        platform = new SpringApplicationBuilder(HuiyingApplication.class)
                .run("--server.port=0", "--huiying.data=" + folder.resolve("data"));
        api = Api.held(Integer.parseInt(platform.getEnvironment().getProperty("local.server.port")));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private ReadPositions positions() {
        return platform.getBean(ReadPositions.class);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private String act(String client, String petition, String command, String body) {
        return ok(api.as(client).post("/api/petitions/" + petition + "/" + command, body, "If-Match", "*"))
                .header("Petition-Position");
    }

    private static String request(String client) {
        return "{'subject':'ACC-" + client + "','basis':'CONSENT_WITHDRAWN','reason':'本人注销账号并要求删除。'}";
    }

    /** An erasure of somebody who has just cancelled the account. */
    private String asked(String client, String author) {
        Api.As citizen = api.as("citizen@" + author);
        ok(citizen.post("/api/accounts", "{'name':'" + NAME + "','phone':'" + PHONE + "','noticeVersion':'2026-11'}"));
        ok(citizen.post("/api/accounts/me/cancel", "{'reason':'不再使用'}"));
        return ok(api.as(client).post(ERASURES, request(author))).header("Location");
    }

    private Answer list(String client, String query) {
        return ok(api.as(client)
                .get(ERASURES + query, "Petition-Min-Position", "" + positions().head()));
    }

    private static List<String> doors(Answer list) {
        return list.json()
                .get("items")
                .valueStream()
                .map(row -> ERASURES + "/" + row.get("id").stringValue())
                .toList();
    }

    private static String state(Answer answer) {
        return answer.json().get("state").stringValue();
    }

    @Test
    void an_erased_person_is_in_no_file_and_the_log_still_verifies_and_replays(CapturedOutput output) throws Exception {
        start();
        String author = "E-1";
        Api.As citizen = api.as("citizen@" + author);
        ok(citizen.post("/api/accounts", "{'name':'" + NAME + "','phone':'" + PHONE + "','noticeVersion':'2026-11'}"));
        Matcher code = CODE.matcher(output.getOut());
        assertThat(code.find()).isTrue();
        ok(citizen.post("/api/accounts/me/confirm-phone", "{'code':'" + code.group(1) + "'}"));
        Api.As security = api.as("sec-admin");
        Answer tooSoon = security.post(ERASURES, request(author));
        assertThat(tooSoon.problem()).isEqualTo("only-a-cancelled-account-is-erased");
        Answer posted = ok(citizen.post(
                "/api/petitions",
                "{'section':'MASS_MESSAGE','board':'AGENCY','type':'HELP','domain':'城建','district':'445224',"
                        + "'visibilityWish':'PUBLIC','title':'路灯不亮求修理','body':'请到" + SECRET + "来看','hiddenRemark':'"
                        + SECRET + "'}"));
        String petition = posted.json().get("id").stringValue();
        ok(citizen.post("/api/accounts/me/cancel", "{'reason':'不再使用'}"));
        positions().await("listing", Long.parseLong(posted.header("Petition-Position")), Duration.ofSeconds(20));
        Answer inHand = security.post(ERASURES, request(author));
        assertThat(inHand.problem()).isEqualTo("nothing-is-erased-while-a-petition-is-in-hand");
        String rejected = act(
                "intake-officer", petition, "reject", "{'reasonCode':'NOT_A_MATTER_OF_GOVERNMENT','text':'不属于受理范围。'}");

        positions().await("listing", Long.parseLong(rejected), Duration.ofSeconds(20));
        Answer asked = ok(security.post(ERASURES, request(author)));
        String erasure = asked.header("Location");
        assertThat(state(asked)).isEqualTo("REQUESTED");
        assertThat(security.post(erasure + "/approve", "{}", "If-Match", "*").status())
                .isEqualTo(403);
        ok(api.as("sys-admin").post("/api/operations/backup", ""));
        ok(api.as("audit-admin").post(erasure + "/approve", "{}", "If-Match", "*"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(state(ok(security.get(erasure))))
                .isEqualTo("DONE"));

        JsonNode one = ok(security.get(erasure)).json();
        assertThat(one.get("decidedBy").stringValue()).isEqualTo("audit-admin");
        assertThat(moment(one, "keyDestroyedAt")).isAfter(moment(one, "decidedAt"));
        Answer listed = list("audit-admin", "?state=DONE");
        assertThat(doors(listed)).containsExactly(erasure);
        JsonNode row = listed.json().at("/items/0");
        assertThat(row.get("subject").stringValue()).isEqualTo("ACC-" + author);
        assertThat(moment(row, "keyDestroyedAt"))
                .isEqualTo(moment(one, "keyDestroyedAt").truncatedTo(ChronoUnit.MILLIS));
        assertThat(listed.text()).doesNotContain(NAME, PHONE, SECRET);

        JsonNode queued =
                ok(api.as("intake-officer").get("/api/petitions/" + petition)).json();
        assertThat(queued.get("title").isNull()).as(queued.toString()).isTrue();
        ok(api.as("sys-admin").post("/api/operations/backup", ""));
        Path key = Files.write(
                folder.resolve("key"), api.anyone().get("/api/audit/log/key").bytes());
        platform.close();

        for (String plain : List.of(NAME, PHONE, SECRET)) {
            assertThat(filesWith(plain)).as(plain).isEmpty();
        }
        assertThat(AuditCommand.run(folder.resolve("data").resolve("events.sqlite"), key))
                .isZero();

        // The read models are folded again from the first event.
        for (String model : List.of("listing", "statistics", "policies", "board.json")) {
            FileSystemUtils.deleteRecursively(folder.resolve("data").resolve(model));
        }
        start();
        assertThat(ok(api.as("intake-officer").get("/api/petitions/" + petition))
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("NOT_ACCEPTED");
        assertThat(state(ok(api.as("sec-admin").get(erasure)))).isEqualTo("DONE");
    }

    private static Instant moment(JsonNode answer, String field) {
        return OffsetDateTime.parse(answer.get(field).stringValue()).toInstant();
    }

    @Test
    void whoever_decides_finds_what_waits_and_what_is_decided_waits_no_more() {
        start();
        String waiting = asked("bureau-leader", "E-2");
        String refused = asked("sec-admin", "E-3");
        assertThat(doors(list("audit-admin", "?state=REQUESTED"))).containsExactly(refused, waiting);
        Answer seen = ok(api.as("audit-admin").get(refused));
        ok(api.as("audit-admin").post(refused + "/refuse", "{'reason':'身份待核实。'}", "If-Match", seen.header("ETag")));

        for (String client : List.of("sec-admin", "bureau-leader", "audit-admin", "auditor")) {
            Answer list = list(client, "?state=REQUESTED");
            assertThat(doors(list)).as(client).containsExactly(waiting);
            assertThat(list.json().get("counts").toString())
                    .isEqualTo("{\"REQUESTED\":1,\"APPROVED\":0,\"REFUSED\":1,\"DONE\":0}");
        }
        Answer first = list("audit-admin", "?limit=1");
        assertThat(doors(first)).as("the newest first").containsExactly(refused);
        JsonNode row = first.json().at("/items/0");
        assertThat(row.get("requestedBy").stringValue()).isEqualTo("sec-admin");
        assertThat(row.get("decidedBy").stringValue()).isEqualTo("audit-admin");
        assertThat(row.get("refusal").stringValue()).isEqualTo("身份待核实。");
        assertThat(row.get("keyDestroyedAt").isNull()).isTrue();
        assertThat(first.text()).doesNotContain(NAME, PHONE);
        Answer second = list(
                "audit-admin", "?limit=1&cursor=" + first.json().get("next").stringValue());
        assertThat(doors(second)).containsExactly(waiting);
        assertThat(doors(list(
                        "audit-admin",
                        "?limit=1&cursor=" + second.json().get("prev").stringValue())))
                .containsExactly(refused);
    }

    @Test
    void nobody_else_sees_the_list_or_an_erasure() {
        start();
        String erasure = asked("sec-admin", "E-4");
        for (String client : List.of("agency-handler@445224-114", "intake-officer", "sys-admin", "citizen@E-4")) {
            Answer list = api.as(client).get(ERASURES);
            assertThat(list.status()).as(client).isEqualTo(403);
            assertThat(list.problem()).isEqualTo("role-may-not");
            assertThat(api.as(client).get(erasure).problem()).as(client).isEqualTo("erasure-not-found");
        }
        Answer unknown = api.as("audit-admin").get(ERASURES + "/ERS-unknown");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("erasure-not-found");
        assertThat(api.as("audit-admin").get(ERASURES + "/PET-1").status()).isEqualTo(400);
        assertThat(api.as("audit-admin").get(ERASURES + "?state=WAITING").status())
                .isEqualTo(400);
    }

    /** Also as the two bytes a character that Java's strings have. */
    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        byte[] bytes = bytes(file);
                        return contains(bytes, text.getBytes(StandardCharsets.UTF_8))
                                || contains(bytes, text.getBytes(StandardCharsets.UTF_16LE))
                                || contains(bytes, text.getBytes(StandardCharsets.UTF_16BE));
                    })
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(sought, StandardCharsets.ISO_8859_1));
    }
}
