package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.command.notifying.NotifyingSettings;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.petition.PetitionType;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform promises over HTTP, whatever log it runs on. The demo data is in it. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // The tests ask as a few accounts, from one address, what thousands ask.
        properties = {"huiying.web.account.requests=1000000", "huiying.web.address.requests=1000000"})
@ExtendWith(OutputCaptureExtension.class)
abstract class PlatformAcceptance {

    static final String TOWN = "445224-114";
    private static final Pattern CODE = Pattern.compile("Code (\\d{6}) for the phone");

    @LocalServerPort
    int port;

    Api api;

    /** The document is read once. */
    private static Api held;

    @Autowired
    private ReadPositions positions;

    @Autowired
    private NotifyingSettings notifying;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                Path folder = Files.createTempDirectory("huiying-acceptance");
                return folder.toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        registry.add("huiying.demo", () -> "true");
    }

    @BeforeEach
    void connect() {
        api = held == null ? Api.held(port) : held;
        held = api;
    }

    /** A registered citizen with a confirmed phone. */
    private String citizen(CapturedOutput output) {
        String client = "citizen@C-" + UUID.randomUUID();
        assertThat(api.as(client)
                        .post("/api/accounts", "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}")
                        .status())
                .isEqualTo(201);
        assertThat(api.as(client)
                        .post("/api/accounts/me/confirm-phone", "{'code':'" + lastCode(output) + "'}")
                        .status())
                .isEqualTo(200);
        return client;
    }

    private static String lastCode(CapturedOutput output) {
        return codes(output).getLast();
    }

    private static List<String> codes(CapturedOutput output) {
        return CODE.matcher(output.getOut())
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    private static final String COMPLAINT =
            "{'section':'MASS_MESSAGE','board':'COUNTY_LEADER','type':'COMPLAINT','domain':'环保','district':'445224',"
                    + "'visibilityWish':'PUBLIC','title':'葵潭镇养鸭场臭气扰民','claim':'村口养鸭场臭气很大,请打13800138000联系我。',"
                    + "'hiddenRemark':'我住村口第三家','place':'葵潭镇某村村口'}";

    private String post(String citizen) {
        Answer answer = api.as(citizen).post("/api/petitions", COMPLAINT);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private Answer act(String client, String petition, String command, String body) {
        return api.as(client).post("/api/petitions/" + petition + "/" + command, body, "If-Match", "*");
    }

    private Answer must(String client, String petition, String command, String body) {
        Answer answer = act(client, petition, command, body);
        assertThat(answer.status()).as(command + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    private static final String HANDLER = "agency-handler@" + TOWN;
    private static final String LEADER = "agency-leader@" + TOWN;
    private static final String INTAKE = "intake-officer";
    private static final String ACCEPT = "{'petitionClass':'CLAIM','limitClass':'C7','urgency':'NORMAL'}";
    private static final String REPLY =
            "{'outcome':'SUPPORTED','text':'您好,养鸭场已整改。','legalBasis':'《畜禽规模养殖污染防治条例》','evidence':'现场照片'}";

    @Test
    void a_petition_goes_from_the_post_to_the_public_answer(CapturedOutput output) {
        String citizen = citizen(output);
        Answer posted = api.as(citizen).post("/api/petitions", COMPLAINT);
        String id = posted.json().get("id").stringValue();
        String number = posted.json().get("number").stringValue();
        assertThat(posted.header("Location")).isEqualTo("/api/petitions/" + id);
        assertThat(posted.header("ETag")).as("the deadlines are set with it").isEqualTo("\"1\"");
        assertThat(number).matches("JY\\d{14}");
        assertThat(posted.json().get("lookupCode").stringValue()).matches("[2-9A-HJKMNP-Z]{10}");

        Answer accepted =
                api.as(INTAKE).post("/api/petitions/" + id + "/accept", ACCEPT, "If-Match", posted.header("ETag"));
        assertThat(accepted.json().get("state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(accepted.header("ETag")).isEqualTo("\"4\"");
        must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "','note':'请核实'}");
        must(HANDLER, id, "sign", "{}");
        must(HANDLER, id, "log-contact", "{'channel':'PHONE','reached':true,'note':'已与群众通话'}");
        must(HANDLER, id, "log-site-visit", "{'place':'村口','findings':'臭气属实'}");
        must(HANDLER, id, "post-progress", "{'text':'已要求七日内整改'}");
        must(HANDLER, id, "submit-reply", REPLY);
        must(LEADER, id, "approve-reply", "{}");
        assertThat(must(INTAKE, id, "confirm-reply", "{}").json().get("state").stringValue())
                .isEqualTo("RESOLVED");
        must(INTAKE, id, "publish", "{'title':'葵潭镇养鸭场臭气扰民','body':'村口养鸭场臭气很大。'}");
        must(INTAKE, id, "publish-reply", "{'text':'您好,养鸭场已整改。'}");
        Answer rated = must(citizen, id, "evaluate", "{'solved':5,'manner':5,'speed':4,'comment':'解决效果满意'}");
        assertThat(rated.json().get("state").stringValue()).isEqualTo("CLOSED");

        Answer shown = api.anyone()
                .get("/api/public/petitions/" + id, "Petition-Min-Position", rated.header("Petition-Position"));
        assertThat(shown.json().get("replies").get(0).get("text").stringValue()).isEqualTo("您好,养鸭场已整改。");
        assertThat(shown.json().get("nickname").stringValue()).isEqualTo("陈***");
        assertThat(shown.json().get("rating").stringValue()).isEqualTo("SATISFIED");
        assertThat(shown.text()).doesNotContain("13800138000", "陈大文", "19900001234", "第三家");

        JsonNode found = api.anyone()
                .get(
                        "/api/public/petitions?q=" + encode("养鸭场臭气"),
                        "Petition-Min-Position",
                        rated.header("Petition-Position"))
                .json()
                .get("items");
        assertThat(found.get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(found.get(0).get("titleHtml").stringValue()).contains("<em>");

        JsonNode file = api.as(citizen).get("/api/petitions/" + id).json();
        assertThat(file.get("reply").get("outcomeText").stringValue()).isEqualTo("支持");
        assertThat(file.get("history").valueStream().map(e -> e.get("event").stringValue()))
                .contains("PetitionSubmitted", "CitizenContacted", "PetitionEvaluated", "PetitionClosed")
                .doesNotContain("ReplySubmitted", "ReplyApproved");

        Answer progress = api.anyone()
                .get("/api/public/lookup?number=" + number + "&code="
                        + posted.json().get("lookupCode").stringValue());
        assertThat(progress.json().get("stateText").stringValue()).isEqualTo("已结案");
        assertThat(api.anyone()
                        .get("/api/public/lookup?number=" + number + "&code=AAAAAAAAAA")
                        .status())
                .isEqualTo(404);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_petition_stands_in_the_queue_of_whoever_has_to_act(CapturedOutput output) {
        String id = post(citizen(output));
        Answer accepted = must(INTAKE, id, "accept", ACCEPT);
        assertThat(queue(INTAKE, "/api/intake?limit=100&bucket=toDispatch", accepted))
                .contains(id);
        Answer dispatched = must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
        assertThat(queue(INTAKE, "/api/intake?limit=100", dispatched)).doesNotContain(id);
        String path = "/api/agencies/" + TOWN + "/queue?limit=100";
        assertThat(queue(HANDLER, path + "&bucket=toSign", dispatched)).contains(id);
        Answer signed = must(HANDLER, id, "sign", "{}");
        assertThat(queue(HANDLER, path + "&bucket=handling", signed)).contains(id);
        assertThat(api.as("agency-handler@445224-101").get(path).status()).isEqualTo(404);
        assertThat(api.as("agency-handler@445224-101")
                        .get("/api/petitions/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(act("agency-handler@445224-101", id, "post-progress", "{'text':'x'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void those_who_have_to_know_of_a_dispatch_are_told(CapturedOutput output) throws Exception {
        String id = post(citizen(output));
        must(INTAKE, id, "accept", ACCEPT);
        Answer dispatched = must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
        assertThat(positions.await(
                        "notifications",
                        Long.parseLong(dispatched.header("Petition-Position")),
                        Duration.ofSeconds(20)))
                .isTrue();
        List<String> told = new ArrayList<>();
        try (Connection outbox = DriverManager.getConnection("jdbc:sqlite:" + notifying.file());
                PreparedStatement rows = outbox.prepareStatement(
                        "SELECT kind, recipient, payload FROM outbox WHERE petition = ? ORDER BY seq")) {
            rows.setString(1, id);
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    told.add(row.getString(1) + " " + row.getString(2).replaceFirst("ACC-.*", "ACC"));
                    assertThat(row.getString(3)).doesNotContain("养鸭场", "陈", "19900001234", "第三家");
                }
            }
        }
        assertThat(told)
                .containsExactly("ACCEPTED CITIZEN:ACC", "DISPATCHED CITIZEN:ACC", "ASSIGNED AGENCY_HANDLER:" + TOWN);
    }

    private List<String> queue(String client, String path, Answer after) {
        Answer answer = api.as(client).get(path, "Petition-Min-Position", after.header("Petition-Position"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    @Test
    void a_repeated_request_is_answered_again_and_done_once(CapturedOutput output) {
        String citizen = citizen(output);
        String key = UUID.randomUUID().toString();
        Answer first = api.as(citizen).post("/api/petitions", COMPLAINT, "Idempotency-Key", key);
        Answer second = api.as(citizen).post("/api/petitions", COMPLAINT, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        Answer other = api.as(citizen).post("/api/petitions", COMPLAINT.replace("臭气", "噪音"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");

        String path = "/api/petitions/" + first.json().get("id").stringValue() + "/accept";
        Answer accepted = api.as(INTAKE).post(path, ACCEPT, "If-Match", "\"1\"", "Idempotency-Key", key);
        Answer again = api.as(INTAKE).post(path, ACCEPT, "If-Match", "\"1\"", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(accepted.json());
        assertThat(api.as(INTAKE).post(path, ACCEPT, "If-Match", "\"1\"").status())
                .as("without the key it is a second request")
                .isEqualTo(412);
    }

    @Test
    void a_repeated_request_on_an_account_is_answered_again_and_done_once(CapturedOutput output) {
        String citizen = "citizen@C-" + UUID.randomUUID();
        String register = "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}";
        Answer registered = repeated(citizen, "/api/accounts", register, register.replace("大", "小"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(codes(output)).as("the code is sent once").hasSize(1);
        String right = codes(output).getLast();
        String wrong = right.equals("000000") ? "000001" : "000000";

        String confirm = "/api/accounts/me/confirm-phone";
        Answer refused = repeated(citizen, confirm, "{'code':'" + wrong + "'}", "{'code':'" + right + "'}");
        assertThat(refused.problem()).isEqualTo("phone-code-is-right");
        for (int repetition = 0; repetition < 5; repetition++) {
            api.as(citizen).post(confirm, "{'code':'" + wrong + "'}", "Idempotency-Key", "five-wrong-codes-block");
        }
        Answer confirmed = repeated(citizen, confirm, "{'code':'" + right + "'}", "{'code':'" + wrong + "'}");
        assertThat(confirmed.json().get("phoneConfirmed").booleanValue()).isTrue();

        Answer sent = api.as(citizen).post("/api/accounts/me/phone-code", "", "Idempotency-Key", "sms");
        Answer again = api.as(citizen).post("/api/accounts/me/phone-code", "", "Idempotency-Key", "sms");
        assertThat(again.json()).isEqualTo(sent.json());
        assertThat(codes(output)).hasSize(2);

        String account = "/api/accounts/" + registered.json().get("id").stringValue();
        String freeze = "{'reason':'恶意刷帖'}";
        Answer frozen = api.as(INTAKE).post(account + "/freeze", freeze, "Idempotency-Key", "f");
        assertThat(frozen.json().get("frozen").booleanValue()).isTrue();
        repeated(INTAKE, account + "/unfreeze", "{'reason':'申诉成立'}", freeze);
        Answer late = api.as(INTAKE).post(account + "/freeze", freeze, "Idempotency-Key", "f");
        assertThat(late.json()).isEqualTo(frozen.json());
        assertThat(api.as(citizen).get("/api/accounts/me").json().get("frozen").booleanValue())
                .as("a repetition that comes late does not freeze again")
                .isFalse();
        repeated(citizen, "/api/accounts/me/cancel", "{'reason':'不再使用'}", "{'reason':'重复注册'}");
    }

    /** Sends a request twice with one key, and then another body with that key. */
    private Answer repeated(String client, String path, String body, String another) {
        String key = UUID.randomUUID().toString();
        Answer first = api.as(client).post(path, body, "Idempotency-Key", key);
        Answer second = api.as(client).post(path, body, "Idempotency-Key", key);
        assertThat(second.status()).as(second.text()).isEqualTo(first.status());
        assertThat(withoutTrace(second)).isEqualTo(withoutTrace(first));
        Answer other = api.as(client).post(path, another, "Idempotency-Key", key);
        assertThat(other.status()).as(other.text()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        return first;
    }

    private static String withoutTrace(Answer answer) {
        return answer.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    void a_command_out_of_turn_is_refused_with_what_is_possible(CapturedOutput output) {
        String id = post(citizen(output));
        Answer refused = act(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("state").stringValue()).isEqualTo("PENDING_REVIEW");
        assertThat(refused.json().get("allowedCommands").valueStream().map(JsonNode::stringValue))
                .containsExactly(
                        "accept",
                        "add-attachment",
                        "declare-recusal",
                        "merge",
                        "redirect",
                        "reject",
                        "remove-attachment",
                        "request-correction",
                        "resection",
                        "withdraw");
        assertThat(refused.json().get("traceId").stringValue()).matches("[0-9a-f]{32}");
        JsonNode offers =
                api.as(INTAKE).get("/api/petitions/" + id + "/commands").json().get("commands");
        assertThat(offers.valueStream().map(offer -> offer.get("command").stringValue()))
                .containsExactly(
                        "accept", "declare-recusal", "merge", "redirect", "reject", "request-correction", "resection");
    }

    @Test
    void of_two_officers_who_decide_at_once_one_wins_and_the_other_loads_the_petition_again(CapturedOutput output)
            throws InterruptedException {
        String citizen = citizen(output);
        try (ExecutorService officers = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String path = "/api/petitions/" + post(citizen) + "/";
                CyclicBarrier together = new CyclicBarrier(2);
                List<Integer> statuses = officers
                        .invokeAll(List.<Callable<Integer>>of(
                                () -> decide(together, path + "accept", ACCEPT),
                                () -> decide(together, path + "request-correction", "{'reason':'请补充地址'}")))
                        .stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 412);
            }
        }
    }

    private int decide(CyclicBarrier together, String path, String body) throws Exception {
        together.await();
        return api.as(INTAKE).post(path, body, "If-Match", "\"1\"").status();
    }

    @Test
    void officers_say_which_version_they_decided_on(CapturedOutput output) {
        String id = post(citizen(output));
        String path = "/api/petitions/" + id + "/accept";
        assertThat(api.as(INTAKE).post(path, ACCEPT).status()).isEqualTo(428);
        assertThat(api.as(INTAKE).post(path, ACCEPT, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(api.as(INTAKE).post(path, ACCEPT, "If-Match", "7").status()).isEqualTo(400);
        assertThat(api.as(INTAKE).post(path, ACCEPT, "If-Match", "\"1\"").status())
                .isEqualTo(200);
    }

    @Test
    void faults_of_the_input_are_all_named(CapturedOutput output) {
        Answer answer = api.as(citizen(output))
                .post(
                        "/api/petitions",
                        "{'section':'NOWHERE','board':'AGENCY','type':'HELP','domain':'环保','district':'445224',"
                                + "'visibilityWish':'PUBLIC','title':'短','body':7,'colour':'red'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").valueStream().map(e -> e.get("pointer")
                        .stringValue()))
                .containsExactlyInAnyOrder("/colour", "/section", "/title", "/body");
        Answer english = api.anyone().get("/api/public/petitions?colour=red", "Accept-Language", "en");
        assertThat(english.json().get("detail").stringValue()).startsWith("There is no parameter “colour”");
        assertThat(english.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/public/petitions?limit=0, 400, invalid-input",
        "GET, /api/public/petitions?limit=101, 400, invalid-input",
        "GET, /api/public/petitions?limit=x, 400, invalid-input",
        "GET, /api/public/petitions?cursor=garbage, 400, invalid-input",
        "GET, /api/public/petitions?sort=relevance, 400, invalid-input",
        "GET, /api/public/petitions?type=NONE, 400, invalid-input",
        "GET, /api/public/petitions?q=%ff, 400, bad-request",
        "GET, /api/public/petitions?from=2023-02-30, 400, invalid-input",
        "GET, /api/public/petitions?from=2023-03-02&to=2023-03-01, 400, invalid-input",
        "GET, /api/public/petitions/PET-none, 404, petition-not-found",
        "GET, /api/public/petitions/none, 400, invalid-input",
        "GET, /api/nowhere, 401, unauthorized",
        "DELETE, /api/public/petitions, 405, method-not-allowed",
        "GET, /api/intake, 401, unauthorized",
        "GET, /api/public/lookup, 400, invalid-input",
    })
    void bad_requests_are_told_in_one_shape(String method, String path, int status, String slug) {
        Answer answer = api.anyone().method(method, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(slug);
        assertThat(answer.json().get("instance").stringValue()).isEqualTo(path.replaceAll("\\?.*", ""));
    }

    static Stream<Arguments> what_no_list_can_be_asked() {
        Map<String, String> everywhere = Map.ofEntries(
                Map.entry("limit=0", "limit"),
                Map.entry("limit=-1", "limit"),
                Map.entry("limit=1e9", "limit"),
                Map.entry("limit=1000000000", "limit"),
                Map.entry("limit=5&limit=5", "limit"),
                Map.entry("total=yes", "total"),
                Map.entry("fields=id,nothing", "fields"),
                Map.entry("cursor=garbage", "cursor"),
                Map.entry("cursor=&cursor=", "cursor"),
                Map.entry("from=2023-03-02&to=2023-03-01", "from"),
                Map.entry("from=2023-13-01", "from"),
                Map.entry("to=tomorrow", "to"),
                Map.entry("from=2023-01-01&from=2023-01-02", "from"),
                Map.entry("section=NONE", "section"),
                Map.entry("type=HELP,NONE", "type"),
                Map.entry("domain=none", "domain"),
                Map.entry("district=1", "district"),
                Map.entry("agency=none", "agency"),
                Map.entry("nothing=1", "nothing"));
        Map<String, String> publicly = Map.ofEntries(
                Map.entry("q=" + "a".repeat(10_000), "q"),
                Map.entry("q=" + encode("！？……()*:\"~^"), "q"),
                Map.entry("q=a&q=b", "q"),
                Map.entry("facets=nothing", "facets"),
                Map.entry("status=archived", "status"),
                Map.entry("sort=publishedAt", "sort"),
                Map.entry("sort=relevance", "sort"),
                Map.entry("sort=relevance&sort=-publishedAt&q=a", "sort"));
        Map<String, String> officially = Map.of(
                "state=NONE",
                "state",
                "sort=relevance",
                "sort",
                "sort=since&sort=dueAt",
                "sort",
                "bucket=none",
                "bucket");
        return Stream.of(
                        asked("anyone /api/public/petitions", everywhere),
                        asked("anyone /api/public/petitions", publicly),
                        asked("citizen@A-01 /api/petitions/mine", everywhere),
                        asked("citizen@A-01 /api/petitions/mine", Map.of("state=NONE", "state")),
                        asked("intake-officer /api/intake", everywhere),
                        asked("intake-officer /api/intake", officially),
                        asked(HANDLER + " /api/agencies/" + TOWN + "/queue", everywhere),
                        asked(HANDLER + " /api/agencies/" + TOWN + "/queue", officially),
                        asked(
                                "anyone /api/public/similar",
                                Map.of("", "text", "text=%20", "text", "text=!!", "text", "text=a&limit=21", "limit")),
                        asked(
                                "anyone /api/public/hot-topics",
                                Map.of(
                                        "to=2023-01-01", "from",
                                        "from=2023-01-01", "to",
                                        "from=2023-01-01&to=2024-01-02", "to",
                                        "from=2023-01-02&to=2023-01-01", "from",
                                        "from=2023-01-01&to=2023-01-02&q=a", "q",
                                        "from=2023-01-01&to=2023-01-02&limit=51", "limit")))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> asked(String where, Map<String, String> questions) {
        return questions.entrySet().stream()
                .map(question ->
                        Arguments.of(where.split(" ")[0], where.split(" ")[1], question.getKey(), question.getValue()));
    }

    @ParameterizedTest
    @MethodSource("what_no_list_can_be_asked")
    void what_a_list_can_not_be_asked_is_told_by_the_name_of_the_parameter(
            String client, String path, String query, String parameter) {
        Answer answer = client(client).get(path + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo(parameter);
    }

    private Api.As client(String client) {
        return client.equals("anyone") ? api.anyone() : api.as(client);
    }

    @Test
    void every_list_is_asked_for_in_the_same_way(CapturedOutput output) {
        String citizen = citizen(output);
        for (int i = 0; i < 3; i++) {
            String id = post(citizen);
            must(INTAKE, id, "accept", ACCEPT);
            must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
            post(citizen);
        }
        String position = "" + positions.head();
        String cursorOfAnother = null;
        for (String list : List.of(
                "anyone /api/public/petitions?",
                "anyone /api/public/petitions?q=" + encode("的") + "&",
                citizen + " /api/petitions/mine?",
                "intake-officer /api/intake?",
                "intake-officer /api/intake?sort=dueAt&",
                HANDLER + " /api/agencies/" + TOWN + "/queue?",
                HANDLER + " /api/agencies/" + TOWN + "/queue?bucket=toSign&sort=dueAt&")) {
            Api.As caller = client(list.split(" ")[0]);
            String path = list.split(" ")[1];
            JsonNode first = caller.get(
                            path + "limit=2&total=exact&fields=number,id", "Petition-Min-Position", position)
                    .json();
            int total = first.get("total").asInt();
            assertThat(total).as(path).isGreaterThan(2);
            first.get("items")
                    .forEach(item ->
                            assertThat(item.propertyNames()).as(path).containsExactlyInAnyOrder("id", "number"));
            List<String> read = new ArrayList<>();
            String cursor = "";
            String back = null;
            while (cursor != null) {
                Answer answer = caller.get(path + "limit=2" + cursor);
                JsonNode page = answer.json();
                page.get("items").forEach(item -> read.add(item.get("id").stringValue()));
                assertThat(page.has("total")).isFalse();
                assertThat(answer.header("ETag")).as(path).startsWith("W/");
                back = page.get("prev").isNull() ? back : page.get("prev").stringValue();
                cursor = page.get("next").isNull()
                        ? null
                        : "&cursor=" + page.get("next").stringValue();
            }
            assertThat(read).as(path).hasSize(total).doesNotHaveDuplicates();
            JsonNode before = caller.get(path + "limit=2&cursor=" + back).json().get("items");
            int from = (total - 1) / 2 * 2 - 2;
            assertThat(before.valueStream().map(item -> item.get("id").stringValue()))
                    .as(path)
                    .containsExactlyElementsOf(read.subList(from, from + 2));
            assertThat(caller.get(path + "domain=" + encode("旅游") + "&limit=2&cursor=" + back)
                            .status())
                    .as("%s: a cursor of another query", path)
                    .isEqualTo(400);
            if (cursorOfAnother != null) {
                assertThat(caller.get(path + "limit=2&cursor=" + cursorOfAnother)
                                .status())
                        .as("%s: a cursor of another list", path)
                        .isEqualTo(400);
            }
            char other = back.charAt(3) == 'x' ? 'y' : 'x';
            assertThat(caller.get(path + "limit=2&cursor=" + back.substring(0, 3) + other + back.substring(4))
                            .status())
                    .as("%s: an altered cursor", path)
                    .isEqualTo(400);
            cursorOfAnother = back;
            int some = 0;
            for (PetitionType type : PetitionType.values()) {
                some += caller.get(path + "limit=1&total=exact&type=" + type)
                        .json()
                        .get("total")
                        .asInt();
            }
            assertThat(some).as(path).isEqualTo(total);
            assertThat(caller.get(path + "total=exact&from=2023-01-01&to=2099-01-01&district=445200&district="
                                    + "445202,445203,445222,445224,445281&section=MASS_MESSAGE,ENTERPRISE_DEMAND")
                            .json()
                            .get("total")
                            .asInt())
                    .as(path)
                    .isPositive();
        }
    }

    @Test
    void a_search_finds_exactly_what_a_scan_of_the_published_texts_finds() {
        Map<String, String> texts = published();
        List<String> whole = List.copyOf(texts.values());
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            String text = whole.get(random.nextInt(whole.size()));
            int from = random.nextInt(text.length() - 6);
            String part = text.substring(from, from + 2 + random.nextInt(4));
            if (!part.codePoints().allMatch(Character::isLetterOrDigit)) {
                continue;
            }
            assertThat(found(part))
                    .as(part)
                    .containsExactlyInAnyOrderElementsOf(texts.entrySet().stream()
                            .filter(entry -> entry.getValue().contains(part.toLowerCase(Locale.ROOT)))
                            .map(Map.Entry::getKey)
                            .toList());
        }
        assertThat(found("养猪场")).isNotEmpty().isEqualTo(found("養豬場")).isEqualTo(found("“养猪场”"));
        assertThat(found("title:养猪场 OR *:*")).as("query syntax is text").isEmpty();
    }

    /** Title, text and reply of each published petition, by id. */
    private Map<String, String> published() {
        Map<String, String> texts = new TreeMap<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = api.anyone()
                    .get("/api/public/petitions?limit=100&fields=id&sort=-submittedAt" + cursor)
                    .json();
            page.get("items").forEach(item -> {
                String id = item.get("id").stringValue();
                JsonNode one = api.anyone().get("/api/public/petitions/" + id).json();
                String replies = one.get("replies")
                        .valueStream()
                        .map(reply -> reply.get("text").stringValue())
                        .collect(Collectors.joining("\n"));
                texts.put(
                        id,
                        (one.get("title").stringValue() + "\n" + one.get("body").stringValue() + "\n" + replies)
                                .toLowerCase(Locale.ROOT));
            });
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        return texts;
    }

    private Set<String> found(String text) {
        Set<String> ids = new HashSet<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = api.anyone()
                    .get("/api/public/petitions?limit=100&fields=id&q=" + encode(text) + cursor)
                    .json();
            page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/public/petitions?facets=type",
                "/api/public/petitions?q=%E6%89%B0%E6%B0%91",
                "/api/public/hot-topics?from=2023-01-01&to=2023-06-30",
                "/api/public/similar?text=%E7%8C%AA%E5%9C%BA%E8%87%AD%E6%B0%94",
                "/api/public/statistics",
                "/api/public/agencies",
            })
    void what_everybody_sees_is_compressed_and_not_sent_again(String path) {
        Answer answer = api.anyone().get(path, "Accept-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).containsIgnoringCase("accept-encoding");
        String tag = answer.header("ETag");
        Answer again = api.anyone().get(path, "If-None-Match", "\"x\", " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        if (!path.endsWith("agencies")) {
            assertThat(answer.header("Cache-Control"))
                    .contains("no-cache", "public")
                    .doesNotContain("no-store");
        }
    }

    @Test
    void a_public_page_is_sent_again_after_a_publication_and_not_after_a_post(CapturedOutput output) {
        String path = "/api/public/petitions?limit=1";
        String citizen = citizen(output);
        String id = post(citizen);
        String tag = api.anyone().get(path).header("ETag");
        Answer accepted = must(INTAKE, id, "accept", ACCEPT);
        assertThat(api.anyone()
                        .get(path, "If-None-Match", tag, "Petition-Min-Position", accepted.header("Petition-Position"))
                        .status())
                .isEqualTo(304);
        Answer published = must(INTAKE, id, "publish", "{'title':'葵潭镇养鸭场臭气扰民','body':'村口养鸭场臭气很大。'}");
        Answer again = api.anyone()
                .get(path, "If-None-Match", tag, "Petition-Min-Position", published.header("Petition-Position"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("items").get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(api.anyone().get("/api/public/petitions/" + id).header("ETag"))
                .isEqualTo("\"" + published.json().get("version").asInt() + "\"");
        Answer down = must(INTAKE, id, "take-down", "{'reason':'复核'}");
        assertThat(api.anyone()
                        .get("/api/public/petitions/" + id, "Petition-Min-Position", down.header("Petition-Position"))
                        .status())
                .as("nothing taken down is kept")
                .isEqualTo(404);
    }

    @Test
    void similar_petitions_are_told_before_posting_to_the_author_and_to_intake(CapturedOutput output) {
        JsonNode before = api.anyone()
                .get("/api/public/similar?limit=3&text=" + encode("葵潭鎮豬場臭氣污水擾民"))
                .json()
                .get("items");
        assertThat(before.get(0).get("title").stringValue()).isEqualTo("葵潭镇猪场臭气废水扰民");
        assertThat(api.anyone()
                        .get("/api/public/similar?text=" + encode("完全不相干的一句空话"))
                        .json()
                        .get("items")
                        .size())
                .isZero();
        String citizen = citizen(output);
        Answer posted = api.as(citizen).post("/api/petitions", COMPLAINT);
        String path = posted.header("Location") + "/similar";
        for (String client : List.of(citizen, INTAKE, "county-officer@445224", "supervisor")) {
            Answer similar = api.as(client).get(path, "Petition-Min-Position", posted.header("Petition-Position"));
            assertThat(similar.json().get("items").size()).as(client).isPositive();
        }
        for (String client : List.of("citizen@nobody", "county-officer@445222", HANDLER, "media", "auditor")) {
            assertThat(api.as(client).get(path).status()).as(client).isEqualTo(404);
        }
        assertThat(api.as(INTAKE).get("/api/petitions/none/similar").status()).isEqualTo(400);
    }

    @Test
    void hot_topics_are_counted_as_their_lists_are() {
        String path = "/api/public/hot-topics?from=2023-01-01&to=2023-12-31";
        JsonNode topics = api.anyone().get(path).json();
        assertThat(topics.get("before").get("to").stringValue()).isEqualTo("2022-12-31");
        assertThat(topics.get("before").get("from").stringValue()).isEqualTo("2022-01-01");
        assertThat(topics.get("terms").size()).isPositive();
        for (String kind : List.of("terms", "districts", "agencies")) {
            topics.get(kind).forEach(topic -> {
                JsonNode list = api.anyone()
                        .get(topic.get("list").stringValue() + "&total=exact&sort=-publishedAt&limit=3")
                        .json();
                assertThat(list.get("total").asInt())
                        .as(topic.toString())
                        .isEqualTo(topic.get("count").asInt());
                assertThat(list.get("items").valueStream().map(item -> item.get("id")
                                .stringValue()))
                        .containsExactlyElementsOf(topic.get("latest")
                                .valueStream()
                                .map(item -> item.get("id").stringValue())
                                .toList());
            });
        }
    }

    /** Each time five writes, each read at once by another door. By hand: {@code -Dhuiying.pairs=2000}, so 10 000. */
    @Test
    void what_was_written_is_read_next_whatever_the_door(CapturedOutput output) {
        String citizen = citizen(output);
        int pairs = Integer.getInteger("huiying.pairs", 20);
        for (int pair = 0; pair < pairs; pair++) {
            Answer posted = api.as(citizen).post("/api/petitions", COMPLAINT);
            String[] position = {"Petition-Min-Position", posted.header("Petition-Position")};
            String id = posted.json().get("id").stringValue();
            String since = posted.header("Location");
            JsonNode mine = api.as(citizen)
                    .get("/api/petitions/mine?limit=1&fields=id", position)
                    .json();
            assertThat(mine.get("items").get(0).get("id").stringValue()).isEqualTo(id);
            assertThat(api.as(citizen).get(since, position).status()).isEqualTo(200);
            Answer accepted = must(INTAKE, id, "accept", ACCEPT);
            String[] then = {"Petition-Min-Position", accepted.header("Petition-Position")};
            Answer queue = api.as(INTAKE).get("/api/intake?bucket=toReview&total=exact&limit=1", then);
            assertThat(queue.json().get("items").toString()).doesNotContain(id);
            Answer published = must(INTAKE, id, "publish", "{'title':'葵潭镇养鸭场臭气扰民','body':'村口养鸭场臭气很大。'}");
            JsonNode newest = api.anyone()
                    .get(
                            "/api/public/petitions?limit=1&fields=id",
                            "Petition-Min-Position",
                            published.header("Petition-Position"))
                    .json();
            assertThat(newest.get("items").get(0).get("id").stringValue()).isEqualTo(id);
            Answer down = must(INTAKE, id, "take-down", "{'reason':'复核'}");
            assertThat(api.anyone()
                            .get(
                                    "/api/public/petitions/" + id,
                                    "Petition-Min-Position",
                                    down.header("Petition-Position"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /api/intake",
        "media, /api/calendar",
        "media, /api/deadline-policies",
        "citizen@A-01, /api/petitions/mine",
        "anyone, /api/public/agencies",
        "anyone, /api/public/hot-topics?from=2023-01-01&to=2023-01-02",
        "anyone, /api/public/similar?text=a",
    })
    void every_query_looks_at_the_position_that_is_asked_for(String client, String path) {
        assertThat(client(client).get(path, "Petition-Min-Position", "0").status())
                .isEqualTo(200);
        Answer answer = client(client).get(path, "Petition-Min-Position", "x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("Petition-Min-Position");
    }

    static Stream<Arguments> what_is_no_http() {
        String get = "GET /api/public/petitions";
        return Stream.of(
                Arguments.of("a request line without a version", "nonsense\r\n\r\n", 400, "bad-request"),
                Arguments.of(
                        "an illegal character", get + "?q=a|b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "bad-request"),
                Arguments.of("a broken escape", get + "/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "bad-request"),
                Arguments.of(
                        "an escaped slash", get + "/a%2Fb HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "bad-request"),
                Arguments.of("no host", get + " HTTP/1.1\r\n\r\n", 400, "bad-request"),
                Arguments.of(
                        "a header of 16 KB",
                        get + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(16_384) + "\r\n\r\n",
                        400,
                        "bad-request"),
                Arguments.of(
                        "a length that is no number",
                        "POST /api/petitions HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n",
                        400,
                        "bad-request"),
                Arguments.of("another version", get + " HTTP/9.9\r\nHost: localhost\r\n\r\n", 505, "not-supported"),
                Arguments.of(
                        "an unknown coding",
                        "POST /api/petitions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: zip\r\n\r\n",
                        501,
                        "not-supported"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("what_is_no_http")
    void what_the_server_itself_refuses_is_told_in_the_same_shape(
            String what, String request, int status, String slug, CapturedOutput output) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] answer = text.split("\r\n\r\n", 2);
            assertThat(answer[0])
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("Content-Type: application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(answer[1]);
            assertThat(problem.get("type").stringValue()).endsWith("/problems/" + slug);
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            assertThat(problem.get("traceId").stringValue()).matches("[0-9a-f]{32}");
            assertThat(output.getOut())
                    .as("the trace stands in the log")
                    .contains(problem.get("traceId").stringValue());
        }
    }

    @Test
    void unknown_things_and_unreadable_bodies_are_told_in_the_same_shape(CapturedOutput output) {
        assertThat(api.as(INTAKE).get("/api/nowhere").problem()).isEqualTo("not-found");
        assertThat(act(INTAKE, "PET-none", "accept", ACCEPT).status()).isEqualTo(404);
        String id = post(citizen(output));
        assertThat(act(INTAKE, id, "explode", "{}").problem()).isEqualTo("unknown-command");
        assertThat(act(INTAKE, id, "accept", "{").problem()).isEqualTo("unreadable-body");
        assertThat(act(INTAKE, id, "accept", "[]").problem()).isEqualTo("invalid-input");
        assertThat(api.as(INTAKE)
                        .post("/api/petitions/" + id + "/accept", "x", "Content-Type", "text/plain", "If-Match", "*")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(act("supervisor", id, "accept", ACCEPT).status()).isEqualTo(403);
    }

    @Test
    void a_read_model_that_is_behind_says_so() {
        Answer answer = api.anyone().get("/api/public/petitions", "Petition-Min-Position", "999999999");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("read-model-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_list_is_read_page_by_page_both_ways_without_a_gap() {
        List<String> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String cursor = "";
        String lastPrev = null;
        while (cursor != null) {
            JsonNode page = api.anyone()
                    .get("/api/public/petitions?limit=7&total=exact" + cursor)
                    .json();
            page.get("items").forEach(item -> assertThat(seen.add(item.get("id").stringValue()))
                    .isTrue());
            pages.add(page.get("items").toString());
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
            lastPrev = page.get("prev").isNull() ? null : page.get("prev").stringValue();
            assertThat(page.get("total").asInt()).isGreaterThanOrEqualTo(70);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(70);
        for (int i = pages.size() - 2; i >= 0; i--) {
            JsonNode page = api.anyone()
                    .get("/api/public/petitions?limit=7&total=exact&cursor=" + lastPrev)
                    .json();
            assertThat(page.get("items").toString()).isEqualTo(pages.get(i));
            lastPrev = page.get("prev").isNull() ? null : page.get("prev").stringValue();
        }
        assertThat(lastPrev).isNull();
        String other = api.anyone()
                .get("/api/public/petitions?limit=7")
                .json()
                .get("next")
                .stringValue();
        assertThat(api.anyone()
                        .get("/api/public/petitions?type=HELP&cursor=" + other)
                        .status())
                .as("a cursor belongs to its query")
                .isEqualTo(400);
    }

    @Test
    void filters_facets_and_figures_agree() {
        JsonNode page = api.anyone()
                .get("/api/public/petitions?domain=" + encode("环保")
                        + "&type=COMPLAINT&total=exact&facets=type,domain,status,district,agency")
                .json();
        int total = page.get("total").asInt();
        assertThat(total).isPositive();
        assertThat(page.get("facets").get("domain").get("环保").asInt()).isEqualTo(total);
        assertThat(page.get("facets")
                        .get("status")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(total);
        JsonNode figures = api.anyone().get("/api/public/statistics").json();
        JsonNode whole = figures.get("whole");
        double rate =
                100.0 * whole.get("resolved").asInt() / whole.get("received").asInt();
        assertThat(whole.get("resolutionRate").asDouble()).isEqualTo(Math.round(rate * 100) / 100.0);
        assertThat(figures.get("by")
                        .get("section")
                        .valueStream()
                        .mapToInt(g -> g.get("received").asInt())
                        .sum())
                .isEqualTo(whole.get("received").asInt());
        assertThat(figures.get("by")
                        .get("month")
                        .valueStream()
                        .mapToInt(g -> g.get("resolved").asInt())
                        .sum())
                .isEqualTo(whole.get("resolved").asInt());
    }

    @Test
    void the_directory_is_a_tree_of_527_agencies() {
        JsonNode tree = api.anyone().get("/api/public/agencies").json();
        assertThat(tree.get("total").asInt()).isEqualTo(527);
        assertThat(tree.get("agencies").size()).isEqualTo(1);
        assertThat(count(tree.get("agencies").get(0))).isEqualTo(527);
    }

    private static int count(JsonNode agency) {
        return 1
                + agency.get("children")
                        .valueStream()
                        .mapToInt(PlatformAcceptance::count)
                        .sum();
    }

    @Test
    void the_pig_farm_of_kuitan_is_told_from_the_complaint_to_the_cleared_site() {
        JsonNode item = api.anyone()
                .get("/api/public/petitions?q=" + encode("养猪场") + "&district=445224")
                .json()
                .get("items")
                .get(0);
        JsonNode farm = api.anyone()
                .get("/api/public/petitions/" + item.get("id").stringValue())
                .json();
        assertThat(farm.get("rating").stringValue()).isEqualTo("SATISFIED");
        assertThat(farm.get("timeline").valueStream().map(e -> e.get("step").stringValue()))
                .containsSubsequence(
                        "SUBMITTED", "ACCEPTED", "DISPATCHED", "SIGNED", "RESOLVED", "EVALUATED", "CLOSED");
    }

    @Test
    void a_dissatisfied_rating_brings_the_petition_back_to_the_bureau(CapturedOutput output) {
        String citizen = citizen(output);
        String id = post(citizen);
        must(INTAKE, id, "accept", ACCEPT);
        must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
        must(HANDLER, id, "sign", "{}");
        must(HANDLER, id, "submit-reply", REPLY);
        assertThat(act(HANDLER, id, "approve-reply", "{}").status()).isEqualTo(403);
        must(LEADER, id, "approve-reply", "{}");
        must(INTAKE, id, "confirm-reply", "{}");
        Answer rated = must(citizen, id, "evaluate", "{'solved':1,'manner':2,'speed':1}");
        assertThat(rated.json().get("state").stringValue()).isEqualTo("RESOLVED");
        assertThat(queue(INTAKE, "/api/intake?limit=100&bucket=toCallBack", rated))
                .contains(id);
    }

    @Test
    void opening_contact_data_is_recorded(CapturedOutput output) {
        String id = post(citizen(output));
        must(INTAKE, id, "accept", ACCEPT);
        must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "'}");
        Answer contact = api.as(HANDLER).get("/api/petitions/" + id + "/contact");
        assertThat(contact.json().get("name").stringValue()).isEqualTo("陈大文");
        assertThat(contact.json().get("phone").stringValue()).isEqualTo("19900001234");
        assertThat(contact.json().get("hiddenRemark").stringValue()).isEqualTo("我住村口第三家");
        assertThat(api.as("agency-handler@445224-101")
                        .get("/api/petitions/" + id + "/contact")
                        .status())
                .isEqualTo(404);
        assertThat(api.as("bureau-leader")
                        .get("/api/petitions/" + id + "/contact")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_account_is_needed_to_post_and_a_frozen_one_does_not_do(CapturedOutput output) {
        String stranger = "citizen@C-" + UUID.randomUUID();
        Answer refused = api.as(stranger).post("/api/petitions", COMPLAINT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("account-may-post");
        String citizen = citizen(output);
        String account =
                api.as(citizen).get("/api/accounts/me").json().get("id").stringValue();
        assertThat(api.as(INTAKE)
                        .post("/api/accounts/" + account + "/freeze", "{'reason':'恶意刷帖'}")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(citizen).post("/api/petitions", COMPLAINT).problem()).isEqualTo("account-may-post");
        assertThat(api.as(INTAKE)
                        .post("/api/accounts/" + account + "/unfreeze", "{'reason':'申诉成立'}")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(citizen).post("/api/petitions", COMPLAINT).status()).isEqualTo(201);
    }

    @Test
    void no_personal_data_stands_in_the_logs(CapturedOutput output) {
        String id = post(citizen(output));
        must(INTAKE, id, "accept", ACCEPT);
        assertThat(output.getAll()).doesNotContain("陈大文", "19900001234", "13800138000", "第三家");
    }

    @Test
    void an_agency_is_merged_by_the_bureaus_leader_and_by_nobody_else() {
        String path = "/api/agencies/445224-190/merge";
        String body = "{'successor':'" + TOWN + "','reason':'机构改革'}";
        assertThat(api.as(INTAKE).post(path, body).status()).isEqualTo(403);
        assertThat(api.as("bureau-leader")
                        .post("/api/agencies/nobody/merge", body)
                        .status())
                .isEqualTo(400);
        Answer unknown = api.as("bureau-leader").post("/api/agencies/445224-999/merge", body);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("agency-is-listed");
        Answer itself = api.as("bureau-leader").post("/api/agencies/" + TOWN + "/merge", body);
        assertThat(itself.problem()).isEqualTo("a-successor-continues");
    }

    @Test
    void a_petition_does_not_exist_for_roles_it_does_not_concern(CapturedOutput output) {
        String id = post(citizen(output));
        for (String role : List.of("media", "city-leader", "sys-admin", "county-officer@445222")) {
            int status = api.as(role).get("/api/petitions/" + id + "/commands").status();
            assertThat(status).as(role).isIn(403, 404);
            assertThat(api.as(role).get("/api/petitions/" + id).status())
                    .as(role)
                    .isEqualTo(404);
        }
        assertThat(api.as("county-officer@445224").get("/api/petitions/" + id).status())
                .isEqualTo(200);
    }

    @Test
    void the_link_header_leads_to_the_next_page() {
        Answer first = api.anyone().get("/api/public/petitions?limit=2&domain=" + encode("环保"));
        Matcher next = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(first.header("Link"));
        assertThat(next.find()).isTrue();
        Answer second = api.anyone().get(next.group(1));
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.json().get("items").get(0).get("id"))
                .isNotEqualTo(first.json().get("items").get(0).get("id"));
    }

    @Test
    void what_did_not_change_is_not_sent_again(CapturedOutput output) {
        String citizen = citizen(output);
        String id = post(citizen);
        String position = api.as(citizen).get("/api/petitions/" + id).header("Petition-Position");
        for (String path : List.of("/api/petitions/" + id, "/api/petitions/mine")) {
            String tag =
                    api.as(citizen).get(path, "Petition-Min-Position", position).header("ETag");
            Answer again = api.as(citizen).get(path, "If-None-Match", tag);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.text()).isEmpty();
        }
        String tag = api.as(citizen).get("/api/petitions/" + id).header("ETag");
        must(INTAKE, id, "accept", ACCEPT);
        assertThat(api.as(citizen)
                        .get("/api/petitions/" + id, "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_working_calendar_is_read_with_any_token() {
        assertThat(api.anyone().get("/api/calendar").status()).isEqualTo(401);
        Answer answer = api.as("media").get("/api/calendar");
        assertThat(answer.header("Petition-Position")).matches("[1-9]\\d*");
        JsonNode years = answer.json().get("years");
        assertThat(years.valueStream().map(year -> year.get("year").asInt())).startsWith(2021, 2022, 2023, 2024, 2025);
        JsonNode last = years.get(years.size() - 1);
        assertThat(last.get("published").booleanValue()).isFalse();
        assertThat(last.get("off").size()).as("the fixed holidays").isEqualTo(6);
        JsonNode known = api.as("media").get("/api/calendar/2023").json();
        assertThat(known.get("published").booleanValue()).isTrue();
        assertThat(known.get("off").get(0).stringValue()).isEqualTo("2022-12-31");
        assertThat(known.get("worked").size()).isEqualTo(7);
        assertThat(known.get("notice").stringValue()).isEqualTo("gov.cn/2022-12/08/content_5730844");
        String tag = api.as("media").get("/api/calendar/2023").header("ETag");
        assertThat(api.as("media")
                        .get("/api/calendar/2023", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_years_notice_is_imported_once_and_corrected_with_a_reason() {
        JsonNode years = api.as(BUREAU).get("/api/calendar").json().get("years");
        int year = years.get(years.size() - 1).get("year").asInt();
        String off = year + "-01-01";
        String worked = firstSaturdayOfFebruary(year);
        String notice = notice(off, worked);
        String path = "/api/calendar/" + year;
        String preview = "/api/deadlines/preview?section=SUGGESTION&start=" + year + "-03-01";

        assertThat(api.as(BUREAU)
                        .get(preview)
                        .json()
                        .get("deadlines")
                        .get(0)
                        .get("provisional")
                        .booleanValue())
                .isTrue();
        assertThat(api.as("supervisor").post(path + "/import", notice).problem())
                .isEqualTo("role-may-not");
        refused(BUREAU, path + "/correct", corrected(notice), 422, "only-an-imported-year-is-corrected");
        String later = notice((year + 1) + "-01-01", firstSaturdayOfFebruary(year + 1));
        refused(BUREAU, "/api/calendar/" + (year + 1) + "/import", later, 422, "no-year-is-skipped");
        String inTheWeek = LocalDate.parse(worked).plusDays(3).toString();
        faults(path + "/import", notice(off, inTheWeek), "/worked");
        faults(path + "/import", notice(off, (year + 1) + "-03-01"), "/worked", "/worked");
        faults(path + "/import", notice(worked, worked), "/off");
        faults(path + "/import", "{'off':[],'worked':[],'notice':'x'}", "/off", "/worked");
        faults(path + "/import", "{'off':['soon',null],'worked':7,'notice':''}", "/off/0", "/worked", "/notice");
        faults(path + "/import", "{'off':[null],'worked':[],'notice':'x'}", "/off/0");
        faults(path + "/import", notice.replace("}", ",'reason':'x'}"), "/reason");
        faults("/api/calendar/27/import", notice, "year");
        assertThat(api.as(BUREAU).post(path + "/import", "{").problem()).isEqualTo("unreadable-body");

        Answer imported = repeated("sys-admin", path + "/import", notice, notice(off, worked, "别处"));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.json().get("published").booleanValue()).isTrue();
        assertThat(api.as(BUREAU).post(path + "/import", notice).header("Petition-Position"))
                .as("the same notice again changes nothing")
                .isEqualTo(imported.header("Petition-Position"));
        refused(BUREAU, path + "/import", notice(off, worked, "别处"), 422, "an-imported-year-is-not-imported-again");
        assertThat(api.as(BUREAU)
                        .get(preview)
                        .json()
                        .get("deadlines")
                        .get(0)
                        .get("provisional")
                        .booleanValue())
                .isFalse();

        faults(path + "/correct", notice, "/reason");
        faults(path + "/correct", corrected(notice).replace("录入有误", "请致电13800138000"), "/reason");
        assertThat(api.as(INTAKE).post(path + "/correct", corrected(notice)).status())
                .isEqualTo(403);
        Answer corrected =
                repeated(BUREAU, path + "/correct", corrected(notice(year + "-01-04", worked)), corrected(notice));
        assertThat(corrected.json().get("off").get(0).stringValue()).isEqualTo(year + "-01-04");
        String turn = (year + 1) + "-01-01";
        String disputed = lastSaturdayOf(year);
        assertThat(api.as(BUREAU)
                        .post(path + "/correct", corrected(notice(off, disputed)))
                        .status())
                .isEqualTo(200);
        refused(
                BUREAU,
                "/api/calendar/" + (year + 1) + "/import",
                notice(turn + "','" + disputed, firstSaturdayOfFebruary(year + 1)),
                422,
                "notices-agree");
    }

    private static final String BUREAU = "bureau-leader";

    private static String notice(String off, String worked) {
        return notice(off, worked, "国务院办公厅通知");
    }

    private static String notice(String off, String worked, String notice) {
        return "{'off':['" + off + "'],'worked':['" + worked + "'],'notice':'" + notice + "'}";
    }

    private static String corrected(String notice) {
        return notice.replace("}", ",'reason':'录入有误'}");
    }

    private static String firstSaturdayOfFebruary(int year) {
        return LocalDate.of(year, 2, 1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                .toString();
    }

    private static String lastSaturdayOf(int year) {
        return LocalDate.of(year, 12, 31)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY))
                .toString();
    }

    private void refused(String client, String path, String body, int status, String slug) {
        Answer answer = api.as(client).post(path, body);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(slug);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("detail").stringValue()).endsWith("。");
    }

    /** Sent by the bureau's leader and refused with a fault at each of these places. */
    private void faults(String path, String body, String... pointers) {
        Answer answer = api.as(BUREAU).post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.text()).isEqualTo("invalid-input");
        assertThat(answer.json().get("errors").valueStream().map(e -> e.get("pointer")
                        .stringValue()))
                .as(answer.text())
                .containsExactly(pointers);
    }

    @Test
    void the_deadlines_are_switched_to_policy_m_by_a_request_and_back_before_it_takes_effect() {
        JsonNode policies =
                api.as("auditor").get("/api/deadline-policies").json().get("policies");
        assertThat(policies.get(0).get("code").stringValue()).isEqualTo("JY-1-3-5-7-15-H");
        assertThat(policies.get(0).get("effectiveFrom").stringValue()).isEqualTo("2021-11-01T00:00:00+08:00");
        assertThat(policies.get(0).get("standing").stringValue()).isEqualTo("IN_FORCE");
        Instant from = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        String m = "{'builtIn':'JY-1-3-5-7-15-M','version':1,'effectiveFrom':'" + from + "'}";
        Answer published = repeated(BUREAU, "/api/deadline-policies", m, m.replace("-M", "-H"));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        String location = published.header("Location");
        assertThat(location).isEqualTo("/api/deadline-policies/JY-1-3-5-7-15-M/1");
        assertThat(api.as("media").get(location).json().get("standing").stringValue())
                .isEqualTo("TO_COME");
        assertThat(api.as(BUREAU).post("/api/deadline-policies", m).header("Petition-Position"))
                .as("the same version again changes nothing")
                .isEqualTo(published.header("Petition-Position"));

        assertThat(policyAt(from.minusSeconds(1))).isEqualTo("JY-1-3-5-7-15-H");
        assertThat(policyAt(from)).isEqualTo("JY-1-3-5-7-15-M");

        JsonNode policy = api.as(BUREAU).get(location).json().get("policy");
        String next = policy.toString().replace("\"version\":1", "\"version\":2");
        refused(BUREAU, "/api/deadline-policies", next, 422, "policy-takes-effect-after-the-newest");
        refused(
                BUREAU,
                "/api/deadline-policies",
                m.replace(from.toString(), from.plusSeconds(1).toString()),
                422,
                "policy-version-is-new");
        String second = next.replace(
                policy.get("effectiveFrom").stringValue(), from.plusSeconds(60).toString());
        assertThat(api.as(BUREAU).post("/api/deadline-policies", second).status())
                .as("a whole policy, as it was read")
                .isEqualTo(201);
        String secondPath = "/api/deadline-policies/JY-1-3-5-7-15-M/2/retire";
        assertThat(repeated(BUREAU, secondPath, "{'reason':'暂缓实施'}", "{'reason':'另议'}")
                        .status())
                .isEqualTo(200);

        refused(INTAKE, location + "/retire", "{'reason':'暂缓实施'}", 403, "role-may-not");
        refused(BUREAU, "/api/deadline-policies/none/1/retire", "{'reason':'x'}", 404, "policy-is-published");
        faults(location + "/retire", "{}", "/reason");
        faults(location + "/retire", "{'reason':'x','code':'y'}", "/code");
        assertThat(api.as(BUREAU)
                        .post(location + "/retire", "{'reason':'暂缓实施'}")
                        .status())
                .isEqualTo(200);
        assertThat(api.as("media").get(location).status()).isEqualTo(404);
        assertThat(policyAt(from)).isEqualTo("JY-1-3-5-7-15-H");
        refused(
                BUREAU,
                "/api/deadline-policies/JY-1-3-5-7-15-H/1/retire",
                "{'reason':'x'}",
                422,
                "a-policy-in-force-is-replaced");
    }

    private String policyAt(Instant start) {
        Answer preview = api.as(INTAKE).get("/api/deadlines/preview?start=" + start);
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        return preview.json().get("policy").stringValue();
    }

    @Test
    void faults_of_a_policy_are_told_with_their_places() {
        String door = "/api/deadline-policies";
        String h = api.as(BUREAU)
                .get(door + "/JY-1-3-5-7-15-H/1")
                .json()
                .get("policy")
                .toString()
                .replace("\"version\":1", "\"version\":7");
        refused(BUREAU, door, h, 422, "only-the-first-policy-reaches-back");
        refused("supervisor", door, h, 403, "role-may-not");
        faults(door, h.replaceFirst("\"amount\":1,", "\"amount\":-1,"), "/checkpoints/0/amount");
        faults(door, h.replaceFirst("\"amount\":1,", "\"amount\":2000000000,"), "/checkpoints/0/amount");
        faults(
                door,
                h.replaceFirst("(\"start\":\"DISPATCH\",\"amount\":)1,", "$12000000000,"),
                "/checkpoints/1/amount");
        faults(door, h.replace("\"limitClasses\":[\"C7\"]", "\"limitClasses\":[\"C5\"]"), "/checkpoints");
        faults(door, h.replaceFirst("\"code\":\"D1\"", "\"code\":\"D1s\""), "/checkpoints/1/code");
        faults(door, h.replaceFirst("WORKDAY", "WEEK"), "/checkpoints/0/unit");
        faults(door, h.replaceFirst("\\{", "{\"colour\":\"red\","), "/colour");
        faults(door, h.replaceFirst("\"code\":\"[^\"]*\"", "\"code\":\"a/b\""), "/code");
        faults(door, h.replaceFirst("\"title\":\"", "\"title\":\"" + "长".repeat(60)), "/title");
        faults(door, h.replaceFirst("2021-11-01T00:00:00\\+08:00", "9999-01-01T00:00:00Z"), "/effectiveFrom");
        faults(door, h.replaceFirst("\"2021-11-01T00:00:00\\+08:00\"", "1798732800"), "/effectiveFrom");
        faults(door, "{}", "/version");
        faults(door, "{'builtIn':'JY-1-3-5-7-15-X','version':1,'effectiveFrom':'2098-01-01T00:00:00Z'}", "/builtIn");
        faults(door, "{'builtIn':'JY-1-3-5-7-15-M','version':0,'effectiveFrom':'2098-01-01'}", "/effectiveFrom");
        faults(door, "{'builtIn':'JY-1-3-5-7-15-M'}", "/effectiveFrom", "/version");
        faults(door, "{'builtIn':'JY-1-3-5-7-15-M','version':'1','x':1}", "/x", "/version", "/effectiveFrom");
        faults(door, "[]", "");
    }

    @Test
    void deadlines_are_previewed_with_every_day_explained() {
        String question = "/api/deadlines/preview?section=MASS_MESSAGE&type=COMPLAINT&petitionClass=CLAIM"
                + "&limitClass=C7&urgency=NORMAL&start=";
        JsonNode preview =
                api.as(HANDLER).get(question + "2023-09-28T02:00:00Z").json();
        assertThat(preview.get("policy").stringValue()).isEqualTo("JY-1-3-5-7-15-H");
        assertThat(preview.get("start").stringValue()).isEqualTo("2023-09-28T10:00:00+08:00");
        JsonNode seven = checkpoint(preview, "D7");
        assertThat(seven.get("name").stringValue()).isEqualTo("一般件办结");
        assertThat(seven.get("countsFrom").stringValue()).isEqualTo("DISPATCH");
        assertThat(seven.get("countsFromText").stringValue()).isEqualTo("交办主办单位");
        assertThat(seven.get("limit").stringValue()).isEqualTo("7个工作日");
        assertThat(seven.get("lastDay").stringValue()).isEqualTo("2023-10-13");
        assertThat(seven.get("dueAt").stringValue()).isEqualTo("2023-10-14T00:00:00+08:00");
        assertThat(seven.get("yellowFrom").stringValue()).isEqualTo("2023-10-13T00:00:00+08:00");
        assertThat(seven.get("provisional").booleanValue()).isFalse();
        assertThat(seven.get("countedDays").size()).isEqualTo(7);
        assertThat(seven.get("countedDays").get(0).stringValue()).isEqualTo("2023-10-07");
        assertThat(seven.get("skippedDays").size()).isEqualTo(8);
        assertThat(seven.get("skippedDays").get(0).get("date").stringValue()).isEqualTo("2023-09-29");
        assertThat(seven.get("skippedDays").get(0).get("chinese").stringValue()).isEqualTo("放假通知规定的放假日");
        assertThat(seven.get("legalLimit").get("chinese").stringValue()).isEqualTo("信访工作条例第三十四条");
        assertThat(seven.get("explanation").get("chinese").stringValue()).contains("2023-10-13");
        assertThat(seven.get("explanation").get("english").stringValue()).contains("7 working days");
        assertThat(preview.get("deadlines").valueStream().map(d -> d.get("code").stringValue()))
                .contains("D1", "D1s", "D-60")
                .doesNotContain("D3", "D5", "D15");
        assertThat(api.as(HANDLER).get(question + "2023-09-28").json().get("deadlines"))
                .as("a date counts as a moment of it does")
                .isEqualTo(preview.get("deadlines"));
        assertThat(api.as(HANDLER)
                        .get(question + "2023-09-28T23:30:00-05:00")
                        .json()
                        .get("start")
                        .stringValue())
                .isEqualTo("2023-09-29T12:30:00+08:00");
        assertThat(api.as("citizen@A-01").get(question + "2023-09-28").status()).isEqualTo(403);
    }

    private static JsonNode checkpoint(JsonNode preview, String code) {
        return preview.get("deadlines")
                .valueStream()
                .filter(deadline -> deadline.get("code").stringValue().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, start",
        "start=1900-03-06, 400, start",
        "start=2099-01-01, 400, start",
        "start=%2B999999999-12-31T23:59:59-18:00, 400, start",
        "start=tomorrow, 400, start",
        "start=2023-02-30, 400, start",
        "start=2023-03-06T10:00:00, 400, start",
        "start=2023-03-06T10:00:00+08:00, 400, start",
        "start=2023-03-06&start=2023-03-07, 400, start",
        "start=2023-03-06&day=1, 400, day",
        "start=2023-03-06&section=NOWHERE, 400, section",
        "start=2023-03-06&type=help, 400, type",
        "start=2023-03-06&petitionClass=, 400, petitionClass",
        "start=2023-03-06&limitClass=C9, 400, limitClass",
        "start=2023-03-06&urgency=0, 400, urgency",
        "start=2023-03-06&policy=JY-1-3-5-7-15-H, 400, version",
        "start=2023-03-06&version=1, 400, policy",
        "start=2023-03-06&policy=JY-1-3-5-7-15-H&version=0, 400, version",
        "start=2023-03-06&policy=JY-1-3-5-7-15-H&version=99999999999, 400, version",
        "start=2023-03-06&policy=JY-1-3-5-7-15-H&version=9, 404, ",
        "start=2021-10-31, 404, ",
    })
    void a_preview_that_can_not_be_is_told_what_is_wrong(String query, int status, String pointer) {
        Answer answer = api.as("supervisor").get("/api/deadlines/preview?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (pointer != null) {
            assertThat(answer.json().get("errors").valueStream().map(e -> e.get("pointer")
                            .stringValue()))
                    .containsExactly(pointer);
        }
    }

    @Test
    void a_start_out_of_the_calendar_is_told_the_years_that_can_be_counted() {
        JsonNode years = api.as(BUREAU).get("/api/calendar").json().get("years");
        String range = "from 2021 to " + years.get(years.size() - 1).get("year").asInt();
        for (String start : List.of("1900-03-06", "2099-01-01")) {
            Answer answer = api.as("supervisor").get("/api/deadlines/preview?start=" + start, "Accept-Language", "en");
            assertThat(answer.json().get("detail").stringValue())
                    .contains(range, start)
                    .endsWith(".");
        }
    }

    private static final String WHAT_IF = "/api/deadlines/what-if";

    /** The demo's petitions of the last year, and whatever other tests posted. */
    private static String lastYear(String more) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return "{'from':'" + today.minusDays(365) + "','to':'" + today + "'" + more + "}";
    }

    private JsonNode whatIf(String client, String question) {
        Answer answer = api.as(client).post(WHAT_IF, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Petition-Position"))
                .isEqualTo(answer.json().get("position").toString());
        return answer.json();
    }

    @Test
    void the_same_policy_makes_no_difference(CapturedOutput output) {
        String id = post(citizen(output));
        must(INTAKE, id, "accept", ACCEPT);
        must(INTAKE, id, "dispatch", "{'agency':'" + TOWN + "','note':'请核实'}");
        must(HANDLER, id, "sign", "{}");
        must(LEADER, id, "pause-clock", "{'reasonCode':'APPRAISAL','reason':'委托鉴定'}");
        must(LEADER, id, "resume-clock", "{}");
        JsonNode answer = whatIf(BUREAU, lastYear(",'policy':{'code':'JY-1-3-5-7-15-H','version':1}"));
        JsonNode totals = answer.get("totals");
        assertThat(totals.get("petitions").asInt()).isPositive();
        assertThat(totals.get("deadlines").asInt()).isGreaterThan(5);
        for (String change : List.of("becomesOverdue", "isNoLongerOverdue", "movesOnly", "appears", "fallsAway")) {
            assertThat(totals.get(change).asInt()).as(change).isZero();
        }
        assertThat(totals.get("notReproduced").asInt()).isZero();
        assertThat(answer.get("items").size()).isZero();
        assertThat(answer.get("asked").get("policy").get("title").stringValue()).isNotBlank();
    }

    @Test
    void another_policy_is_held_against_the_record_and_nothing_is_written(CapturedOutput output) {
        String id = post(citizen(output));
        must(INTAKE, id, "accept", ACCEPT);
        String number =
                api.as(INTAKE).get("/api/petitions/" + id).json().get("number").stringValue();
        String tag = api.as(INTAKE).get("/api/petitions/" + id).header("ETag");
        String question = lastYear(
                ",'policy':{'builtIn':'JY-1-3-5-7-15-M','version':1},'changes':['APPEARS'],'limit':1000,'explanations':true");
        for (String client : List.of(BUREAU, "supervisor", "auditor")) {
            JsonNode answer = whatIf(client, question);
            JsonNode seven = answer.get("items")
                    .valueStream()
                    .filter(item -> item.get("petition").stringValue().equals(id))
                    .filter(item -> item.get("code").stringValue().equals("D7"))
                    .findFirst()
                    .orElseThrow();
            assertThat(seven.get("number").stringValue()).isEqualTo(number);
            assertThat(seven.get("agency").isNull()).isTrue();
            assertThat(seven.get("recorded").isNull()).isTrue();
            assertThat(seven.get("recomputed").get("policy").stringValue()).isEqualTo("JY-1-3-5-7-15-M");
            assertThat(seven.get("recomputed").get("dueAt").stringValue()).endsWith("+08:00");
            assertThat(seven.get("recomputed").get("explanation").get("chinese").stringValue())
                    .contains("7个工作日");
            assertThat(answer.get("items").valueStream().map(item -> item.get("change")
                            .stringValue()))
                    .containsOnly("APPEARS");
            assertThat(answer.get("items").valueStream().map(item -> item.get("number")
                            .stringValue()))
                    .isSorted();
            assertThat(answer.get("byDuty").valueStream().map(duty -> duty.get("code")
                            .stringValue()))
                    .contains("D1", "D7", "D-interim");
            assertThat(answer.get("byAgency").get(0).has("overdueAfter")).isTrue();
        }
        JsonNode one = whatIf(BUREAU, question.replace("1000", "1"));
        assertThat(one.get("items").size()).isEqualTo(1);
        assertThat(one.get("truncated").booleanValue()).isTrue();
        assertThat(api.as(INTAKE).get("/api/petitions/" + id).header("ETag")).isEqualTo(tag);
    }

    @Test
    void a_whole_policy_and_a_whole_year_can_be_asked_for() {
        String policy = api.as(BUREAU)
                .get("/api/deadline-policies/JY-1-3-5-7-15-H/1")
                .json()
                .get("policy")
                .toString()
                .replace("JY-1-3-5-7-15-H", "MINE");
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        String calendar = notice(year + "-01-01", firstSaturdayOfFebruary(year)).replace("{", "{'year':" + year + ",");
        JsonNode answer = whatIf("auditor", lastYear(",'policy':" + policy + ",'calendar':[" + calendar + "]"));
        assertThat(answer.get("asked").get("policy").get("code").stringValue()).isEqualTo("MINE");
        assertThat(answer.get("asked").get("calendar").get(0).asInt()).isEqualTo(year);
        faults(
                WHAT_IF,
                lastYear(",'policy':" + policy.replaceFirst("\"amount\":1,", "\"amount\":-1,")),
                "/policy/checkpoints/0/amount");
        faults(WHAT_IF, lastYear(",'calendar':[" + calendar + "," + calendar + "]"), "/calendar/1/year");
        faults(WHAT_IF, lastYear(",'calendar':[" + calendar.replace("-01-01", "-13-01") + "]"), "/calendar/0/off/0");
        assertThat(api.as(BUREAU)
                        .post(WHAT_IF, lastYear(",'policy':{'code':'NONE','version':1}"))
                        .problem())
                .isEqualTo("policy-is-published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | /from /to",
                "[] | ~~",
                "{'from':'2026-01-01','to':'2027-01-02'} | /to",
                "{'from':'2026-01-02','to':'2026-01-01'} | /from",
                "{'from':'2026-1-1','to':20260101} | /from /to",
                "{'from':'2026-01-01','to':'2026-01-01','at':'x'} | /at",
                "{'from':'2026-01-01','to':'2026-01-01','asOf':'2026-01-01'} | /asOf",
                "{'from':'2026-01-01','to':'2026-01-01','asOf':'2099-01-01T00:00:00Z'} | /asOf",
                "{'from':'2026-01-01','to':'2026-01-01','limit':0} | /limit",
                "{'from':'2026-01-01','to':'2026-01-01','limit':1001} | /limit",
                "{'from':'2026-01-01','to':'2026-01-01','explanations':'yes'} | /explanations",
                "{'from':'2026-01-01','to':'2026-01-01','changes':['LATER']} | /changes/0",
                "{'from':'2026-01-01','to':'2026-01-01','policy':'H'} | /policy",
                "{'from':'2026-01-01','to':'2026-01-01','policy':{}} | /policy/code /policy/version",
                "{'from':'2026-01-01','to':'2026-01-01','policy':{'builtIn':'X','version':1}} | /policy/builtIn",
                "{'from':'2026-01-01','to':'2026-01-01','policy':{'builtIn':'X','since':1}} | /policy/since /policy/version",
                "{'from':'2026-01-01','to':'2026-01-01','policy':{'code':'X','version':1,'colour':'red'}} | /policy/colour",
                "{'from':'2026-01-01','to':'2026-01-01','calendar':{}} | /calendar",
                "{'from':'2026-01-01','to':'2026-01-01','calendar':[1]} | /calendar/0",
                "{'from':'2026-01-01','to':'2026-01-01','calendar':[{'year':26,'off':[],'worked':1}]}"
                        + " | /calendar/0/year /calendar/0/notice /calendar/0/worked",
            })
    void a_question_that_can_not_be_is_told_what_is_wrong(String question, String pointers) {
        faults(WHAT_IF, question, pointers.isEmpty() ? new String[] {""} : pointers.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "citizen@A-01",
        "intake-officer",
        "county-officer@445224",
        "agency-leader@445224-114",
        "media",
        "city-leader",
        "sys-admin"
    })
    void only_the_bureaus_leader_supervisors_and_auditors_ask_what_would_have_been(String client) {
        assertThat(api.as(client).post(WHAT_IF, lastYear("")).problem()).isEqualTo("role-may-not");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/calendar?x=1, 400",
        "/api/calendar/2023?x=1, 400",
        "/api/calendar/23, 400",
        "/api/calendar/1900, 404",
        "/api/calendar/2099, 404",
        "/api/deadline-policies?x=1, 400",
        "/api/deadline-policies/JY-1-3-5-7-15-H/1?x=1, 400",
        "/api/deadline-policies/JY-1-3-5-7-15-H/x, 400",
        "/api/deadline-policies/JY-1-3-5-7-15-H/2, 404",
        "/api/deadline-policies/none/1, 404",
    })
    void what_the_calendar_and_the_policies_have_not_is_told_in_the_same_shape(String path, int status) {
        Answer answer = api.as("media").get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void health_and_metrics_can_be_read() {
        assertThat(api.anyone().get("/actuator/health").json().get("status").stringValue())
                .isEqualTo("UP");
        assertThat(api.anyone().get("/actuator/prometheus").text())
                .contains("huiying_projection_lag", "huiying_eventstore", "huiying_commands_seconds_count");
    }
}
