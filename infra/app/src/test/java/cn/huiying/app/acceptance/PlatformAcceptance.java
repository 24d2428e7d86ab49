package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.command.petition.PetitionActions;
import cn.huiying.shared.rule.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform promises over HTTP, whatever log it runs on. The demo data is in it. */
@SpringBootTest(classes = HuiyingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class PlatformAcceptance {

    static final String TOWN = "445224-114";
    private static final Pattern CODE = Pattern.compile("Code (\\d{6}) for the phone");

    @LocalServerPort
    int port;

    Api api;

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
        api = new Api(port);
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
                        "declare-recusal",
                        "merge",
                        "redirect",
                        "reject",
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
    void the_api_document_describes_every_command_and_every_parameter() {
        JsonNode document = api.anyone().get("/openapi.json").json();
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        JsonNode paths = document.get("paths");
        PetitionActions.bySlug().forEach((slug, command) -> {
            boolean hasDoor =
                    !slug.equals("submit") && PetitionActions.of(command).roles()[0] != Role.SYSTEM;
            assertThat(paths.has("/api/petitions/{id}/" + slug)).as(slug).isEqualTo(hasDoor);
        });
        paths.propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation -> {
            String where = operation.getKey() + " " + path.getKey();
            assertThat(operation.getValue().has("summary")).as(where).isTrue();
            assertThat(operation.getValue().get("responses").has("400"))
                    .as(where)
                    .isTrue();
            if (operation.getKey().equals("get")
                    && path.getKey().startsWith("/api/public")
                    && !path.getKey().contains("{")) {
                Set<String> documented = operation
                        .getValue()
                        .get("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                        .map(parameter -> parameter.get("name").stringValue())
                        .collect(Collectors.toSet());
                String told = api.anyone()
                        .get(path.getKey() + "?nothing=1", "Accept-Language", "en")
                        .text();
                Matcher known = Pattern.compile("there are \\[([^\\]]*)]").matcher(told);
                assertThat(known.find()).as(told).isTrue();
                assertThat(documented)
                        .as(where)
                        .isEqualTo(Set.of(known.group(1).split(", ")).stream()
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toSet()));
            }
        }));
    }

    @Test
    void a_petition_does_not_exist_for_roles_it_does_not_concern(CapturedOutput output) {
        String id = post(citizen(output));
        for (String role : List.of("media", "auditor", "city-leader", "sys-admin", "county-officer@445222")) {
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
    void health_and_metrics_can_be_read() {
        assertThat(api.anyone().get("/actuator/health").json().get("status").stringValue())
                .isEqualTo("UP");
        assertThat(api.anyone().get("/actuator/prometheus").text())
                .contains("huiying_projection_lag", "huiying_eventstore", "huiying_commands_seconds_count");
    }
}
