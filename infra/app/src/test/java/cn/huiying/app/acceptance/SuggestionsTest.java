package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.EventStream.Event;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Topics, suggestions, the measures they become and the special report on them, over HTTP. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.sweep-every=PT1H")
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class SuggestionsTest {

    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";
    private static final String TOPICS = "/api/suggestions/topics";
    private static final String MEASURES = "/api/suggestions/measures";
    private static final String REPORTS = "/api/suggestions/special-reports";
    private static final String OF_2021 = "'from':'2021-01-01','to':'2021-12-31'";

    @LocalServerPort
    int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandDoor door;

    private Api api;
    private PetitionLog log;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-suggestions").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void agencies() {
        api = Api.held(port);
        log = new PetitionLog(eventStore);
        Stream.of(TOWN, OTHER).forEach(code -> {
            AgencyEntry entry =
                    new AgencyEntry(code, "单位 " + code, AgencyLevel.TOWN, "445224", null, AgencyKind.TOWN, List.of());
            door.send(new RegisterAgency(AgencyId.of(code), entry, PetitionLog.AT), Actor.SYSTEM, Map.of());
        });
    }

    private Answer posted(String client, String path, String body) {
        Answer answer = api.as(client).post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer must(String client, String path, String body) {
        Answer answer = api.as(client).post(path, body, "If-Match", "*");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer got(Api.As client, String path, String... headers) {
        Answer answer = client.get(path, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String idOf(Answer answer) {
        return answer.json().get("id").stringValue();
    }

    private String[] now() {
        return new String[] {"Petition-Min-Position", "" + log.head()};
    }

    private String topic() {
        return idOf(posted("intake-officer", TOPICS, "{'title':'方便出行','text':'请提建议。','organiser':'" + TOWN + "'}"));
    }

    /**
     * One that somebody made long ago.
     *
     * @param topic   null for none
     * @param outcome null while it is in hand
     * @param title   null where it is not published
     */
    private PetitionId suggestion(String topic, String domain, ReplyOutcome outcome, String title, String day) {
        PetitionId id = new PetitionId("PET-" + UUID.randomUUID().toString().replace("-", ""));
        Instant at = Instant.parse(day + "T02:00:00Z");
        AccountId author = AccountId.ofSubject("alice");
        log.append(new PetitionSubmitted(
                id,
                "JY" + id.value().substring(4, 18),
                author,
                Section.SUGGESTION,
                Board.MUNICIPAL_LEADER,
                PetitionType.ADVICE,
                domain,
                "445224",
                VisibilityWish.PUBLIC,
                "陈***",
                sealed(author, "title"),
                null,
                null,
                null,
                null,
                null,
                null,
                topic == null ? null : new SuggestionTopicId(topic),
                sealed(author, "reason"),
                sealed(author, "proposal"),
                "2026-11",
                null,
                at));
        log.append(new PetitionAccepted(
                id, PetitionType.ADVICE, domain, PetitionClass.OPINION, LimitClass.C15, Urgency.NORMAL, null, at));
        log.dispatch(id, TOWN);
        log.append(new AssignmentSigned(id, TOWN, at));
        if (outcome != null) {
            log.append(new ReplySubmitted(id, 1, "h", outcome, sealed(author, "text"), "第二十九条", "纪要", at));
            log.append(new PetitionResolved(id, outcome, at.plusSeconds(86_400), at));
        }
        if (title != null) {
            log.append(new PetitionPublished(id, title, title + ",方便市民。", at));
        }
        return id;
    }

    private static Sealed sealed(AccountId author, String field) {
        return new Sealed("A256GCM", author.value(), "PetitionSubmitted." + field, "c2VhbGVk");
    }

    // 征集专题.

    private String citizen(CapturedOutput output) {
        String citizen = "citizen@C-" + UUID.randomUUID();
        api.as(citizen).post("/api/accounts", "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}");
        String code = Pattern.compile("Code (\\d{6}) for the phone")
                .matcher(output.getOut())
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow();
        api.as(citizen).post("/api/accounts/me/confirm-phone", "{'code':'" + code + "'}");
        return citizen;
    }

    private static String made(String topic) {
        return "{'section':'SUGGESTION','board':'MUNICIPAL_LEADER','type':'ADVICE','domain':'交通','district':'445224',"
                + "'visibilityWish':'PUBLIC','title':'延长夜班公交','reason':'晚班工人没有公交','proposal':'末班车延到二十三点',"
                + "'topic':'" + topic + "'}";
    }

    @Test
    void a_suggestion_answers_an_open_topic_is_studied_corrected_and_adopted(CapturedOutput output) {
        String topic = topic();
        String citizen = citizen(output);
        String id = idOf(posted(citizen, "/api/petitions", made(topic)));
        String path = "/api/petitions/" + id;
        must("intake-officer", path + "/request-correction", "{'reason':'请写明线路'}");
        assertThat(api.as(citizen).post(path + "/correct", "{'body':'两条线路'}").problem())
                .isEqualTo("a-correction-changes-a-text-there-is");
        assertThat(api.as(citizen)
                        .post(path + "/correct", "{'proposal':'一路和二路末班车延到二十三点'}")
                        .status())
                .isEqualTo(200);
        must("intake-officer", path + "/accept", "{'petitionClass':'OPINION','limitClass':'C15','urgency':'NORMAL'}");
        must("intake-officer", path + "/dispatch", "{'agency':'" + TOWN + "'}");
        must("agency-handler@" + TOWN, path + "/sign", "{}");
        must("agency-handler@" + TOWN, path + "/study", "{'form':'MEETING','withProposer':true,'conclusion':'可行'}");
        JsonNode file = api.as(citizen).get(path).json();
        assertThat(file.get("topic").stringValue()).isEqualTo(topic);
        assertThat(file.get("reason").stringValue()).isEqualTo("晚班工人没有公交");
        assertThat(file.get("proposal").stringValue()).isEqualTo("一路和二路末班车延到二十三点");
        assertThat(file.get("history").toString()).contains("研究论证", "座谈论证(建议人参加):可行");
    }

    @Test
    void a_topic_that_is_closed_or_not_there_takes_no_suggestion(CapturedOutput output) {
        String citizen = citizen(output);
        String topic = topic();
        must("bureau-leader", TOPICS + "/" + topic + "/close", "{'reason':'征集期满'}");
        assertThat(api.as(citizen).post("/api/petitions", made(topic)).problem())
                .isEqualTo("a-topic-is-answered-while-it-is-open");
        assertThat(api.as(citizen).post("/api/petitions", made("TOP-none")).problem())
                .isEqualTo("topic-not-found");
        assertThat(api.as(citizen).post("/api/petitions", made("what")).status())
                .isEqualTo(400);
        JsonNode shown = got(api.anyone(), "/api/public/suggestion-topics/" + topic, now())
                .json();
        assertThat(shown.get("topic").get("stateText").stringValue()).isEqualTo("已结束");
        assertThat(shown.get("closedReason").stringValue()).isEqualTo("征集期满");
        assertThat(got(api.anyone(), "/api/public/suggestion-topics?state=OPEN&limit=100")
                        .text())
                .doesNotContain(topic);
        assertThat(api.as("bureau-leader")
                        .post(TOPICS + "/" + topic + "/close", "{'reason':'征集期满'}", "If-Match", "*")
                        .status())
                .isEqualTo(409);
        assertThat(api.as("bureau-leader")
                        .post(TOPICS, "{'title':'方便出行','text':'请提建议。','closesOn':'2021-01-01'}")
                        .problem())
                .isEqualTo("a-topic-closes-after-it-opens");
        assertThat(api.as("bureau-leader")
                        .post(TOPICS, "{'title':'方便出行','text':'请拨打13800138000'}")
                        .status())
                .isEqualTo(400);
        assertThat(api.anyone().get("/api/public/suggestion-topics/TOP-none").problem())
                .isEqualTo("topic-not-found");
    }

    @Test
    void the_pool_is_filtered_by_topic_outcome_and_conversion_and_a_topic_counts_what_came_of_it() {
        String topic = topic();
        PetitionId adopted = suggestion(topic, "交通", ReplyOutcome.ADOPTED, "延长夜班公交", "2023-01-02");
        PetitionId hidden = suggestion(topic, "交通", ReplyOutcome.PARTLY_ADOPTED, null, "2023-01-03");
        suggestion(topic, "城建", null, "增设停车位", "2023-01-04");
        suggestion(null, "城建", ReplyOutcome.ADOPTED, "增设公园座椅", "2023-01-05");
        String pool = "/api/public/suggestions?total=exact&topic=" + topic;
        JsonNode all =
                got(api.anyone(), pool + "&facets=outcome,conversion", now()).json();
        assertThat(all.get("total").intValue()).isEqualTo(2);
        assertThat(all.get("facets").get("outcome").toString()).isEqualTo("{\"ADOPTED\":1,\"IN_HAND\":1}");
        JsonNode item = got(api.anyone(), pool + "&outcome=ADOPTED&conversion=NONE")
                .json()
                .get("items")
                .get(0);
        assertThat(item.get("id").stringValue()).isEqualTo(adopted.value());
        assertThat(item.get("conversion").isNull()).isTrue();
        assertThat(got(api.anyone(), pool + "&domain=城建&outcome=ADOPTED").json().get("items"))
                .isEmpty();
        for (String wrong : List.of("topic=what", "outcome=LIKED", "conversion=MAYBE", "section=SUGGESTION")) {
            assertThat(api.anyone().get("/api/public/suggestions?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        must(
                "intake-officer",
                TOPICS + "/" + topic + "/publish-feedback",
                "{'text':'夜班公交已经延长。','suggestions':['" + adopted + "','" + hidden + "']}");
        JsonNode shown = got(api.anyone(), "/api/public/suggestion-topics/" + topic, now())
                .json();
        JsonNode numbers = shown.get("topic").get("numbers");
        assertThat(List.of(
                        numbers.get("received").intValue(),
                        numbers.get("inHand").intValue(),
                        numbers.get("adopted").intValue(),
                        numbers.get("partlyAdopted").intValue(),
                        numbers.get("converted").intValue()))
                .containsExactly(3, 1, 1, 1, 0);
        JsonNode feedback = shown.get("feedback").get(0);
        assertThat(feedback.get("answers").intValue()).isEqualTo(2);
        assertThat(feedback.get("suggestions")).hasSize(1);
        assertThat(shown.toString()).doesNotContain(hidden.value());
    }

    // 转化.

    private static String conversion(PetitionId... suggestions) {
        return "{'suggestions':['"
                + String.join(
                        "','", Stream.of(suggestions).map(PetitionId::value).toList())
                + "'],'form':'WORK_MEASURE','title':'夜班公交延时','text':'末班车延到二十三点。','agency':'" + TOWN
                + "','dueOn':'2030-12-31'}";
    }

    @Test
    void a_suggestion_becomes_a_measure_that_everyone_sees_from_its_beginning_to_its_end() {
        String topic = topic();
        PetitionId adopted = suggestion(topic, "交通", ReplyOutcome.ADOPTED, "延长夜班公交", "2023-02-02");
        PetitionId hidden = suggestion(null, "交通", ReplyOutcome.PARTLY_ADOPTED, null, "2023-02-03");
        try (EventStream stream = EventStream.open(port, "/api/public/stream", List.of())) {
            String measure = idOf(posted("bureau-leader", MEASURES, conversion(adopted, hidden)));
            String path = MEASURES + "/" + measure;
            JsonNode page = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> api.anyone()
                                    .get("/api/public/petitions/" + adopted, now())
                                    .json(),
                            shown -> !shown.get("suggestion").get("measures").isEmpty());
            assertThat(page.at("/suggestion/measures/0/title").stringValue()).isEqualTo("夜班公交延时");
            assertThat(page.at("/suggestion/measures/0/stateText").stringValue())
                    .isEqualTo("转化中");
            assertThat(page.get("timeline").toString()).contains("转化为政策措施");
            assertThat(api.as("agency-leader@" + OTHER)
                            .post(path + "/report-progress", "{'percent':60,'text':'已调整'}", "If-Match", "*")
                            .problem())
                    .isEqualTo("only-its-owner-tells-of-a-measure");
            for (int percent : List.of(-1, 101)) {
                assertThat(api.as("agency-leader@" + TOWN)
                                .post(
                                        path + "/report-progress",
                                        "{'percent':" + percent + ",'text':'已调整'}",
                                        "If-Match",
                                        "*")
                                .status())
                        .isEqualTo(400);
            }
            must("agency-leader@" + TOWN, path + "/report-progress", "{'percent':60,'text':'已调整一条线路'}");
            JsonNode own = got(api.as("agency-handler@" + TOWN), MEASURES + "?suggestion=" + adopted, now())
                    .json();
            assertThat(own.at("/items/0/percent").intValue()).isEqualTo(60);
            assertThat(own.at("/counts/UNDER_WAY").intValue()).isEqualTo(1);
            assertThat(got(api.as("agency-handler@" + OTHER), MEASURES + "?suggestion=" + adopted)
                            .json()
                            .get("items"))
                    .isEmpty();
            Answer completed = must("agency-leader@" + TOWN, path + "/complete", "{'result':'两条线路均已延时'}");
            Answer whole = got(api.as("city-leader"), path, now());
            assertThat("\"" + whole.json().at("/measure/version").asLong() + "\"")
                    .isEqualTo(completed.header("ETag"));
            JsonNode publicly =
                    got(api.anyone(), "/api/public/measures/" + measure).json();
            assertThat(publicly.get("comesFrom").intValue()).isEqualTo(2);
            assertThat(publicly.get("suggestions")).hasSize(1);
            assertThat(publicly.toString()).contains("两条线路均已延时").doesNotContain(hidden.value());
            assertThat(got(api.anyone(), "/api/public/measures?topic=" + topic + "&state=COMPLETED")
                            .json()
                            .get("items"))
                    .hasSize(1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> api.anyone()
                                    .get("/api/public/suggestions?conversion=COMPLETED&topic=" + topic, now())
                                    .json()
                                    .get("items")
                                    .size()
                            == 1);
            List<String> told = new ArrayList<>();
            while (told.size() < 2) {
                Event event = stream.next();
                told.add(event.kind() + " " + event.data().get("title").stringValue());
            }
            assertThat(told).containsExactly("SuggestionConverted 夜班公交延时", "MeasureCompleted 夜班公交延时");
        }
    }

    @Test
    void what_was_not_adopted_is_not_converted() {
        String topic = topic();
        PetitionId adopted = suggestion(topic, "交通", ReplyOutcome.ADOPTED, "延长夜班公交", "2023-02-04");
        for (PetitionId unfit : List.of(
                suggestion(topic, "交通", ReplyOutcome.NOT_ADOPTED, null, "2023-02-05"),
                suggestion(topic, "交通", null, null, "2023-02-06"))) {
            assertThat(api.as("bureau-leader")
                            .post(MEASURES, conversion(adopted, unfit))
                            .problem())
                    .isEqualTo("only-an-adopted-suggestion-is-converted");
        }
        assertThat(api.as("bureau-leader")
                        .post(MEASURES, conversion(new PetitionId("PET-none")))
                        .problem())
                .isEqualTo("petition-not-found");
        assertThat(api.as("bureau-leader")
                        .post(MEASURES, conversion(adopted).replace("2030", "2020"))
                        .problem())
                .isEqualTo("a-measure-is-due-later");
        assertThat(api.as("bureau-leader")
                        .post(MEASURES, conversion(adopted).replace("末班车", "电话13800138000"))
                        .status())
                .isEqualTo(400);
        assertThat(api.anyone().get("/api/public/measures/MEA-none").problem()).isEqualTo("measure-not-found");
    }

    // 专项情况报告.

    private Answer refused(String body) {
        return api.as("intake-officer").post(REPORTS, body);
    }

    @Test
    void a_report_goes_from_the_draft_to_the_leaders_and_its_instructions_become_orders() throws IOException {
        suggestion(topic(), "交通", ReplyOutcome.ADOPTED, "延长夜班公交", "2021-03-02");
        PetitionId park = suggestion(null, "城建", ReplyOutcome.FOR_REFERENCE, "增设公园座椅", "2021-03-03");
        PetitionId hidden = suggestion(null, "城建", null, null, "2021-03-04");
        String report = idOf(posted("intake-officer", REPORTS, "{'title':'建议情况'," + OF_2021 + "}"));
        String path = REPORTS + "/" + report;
        JsonNode draft = got(api.as("intake-officer"), path).json();
        assertThat(draft.at("/report/numbers/received").intValue()).isEqualTo(3);
        assertThat(draft.get("themes").valueStream().map(theme -> theme.get("name")
                        .stringValue()))
                .containsExactly("城建", "方便出行");
        assertThat(draft.at("/themes/0/representatives")).hasSize(1);
        Answer first = got(api.as("bureau-leader"), path + "/docx");
        assertThat(api.as("intake-officer")
                        .post(
                                path + "/revise",
                                "{'title':'建议情况','themes':[{'name':'城建','analysis':'请拨打13800138000'}]}",
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(400);

        must(
                "intake-officer",
                path + "/revise",
                "{'title':'市民建议情况','themes':[{'name':'出行与休闲','of':['方便出行'],'suggestions':['" + park
                        + "'],'representatives':['" + park + "'],'analysis':'多与公共空间有关。','recommendations':'请统筹。'}]}");
        JsonNode revised = got(api.as("bureau-leader"), path).json();
        assertThat(revised.at("/themes/0/suggestions")).hasSize(2);
        assertThat(revised.at("/themes/0/representatives/0/title").stringValue())
                .isEqualTo("增设公园座椅");
        assertThat(revised.at("/themes/1/suggestions/0").stringValue()).isEqualTo(hidden.value());
        assertThat(api.as("city-leader").get(path).problem()).isEqualTo("special-report-not-found");

        must("bureau-leader", path + "/submit", "{}");
        assertThat(api.as("intake-officer")
                        .post(path + "/revise", "{'title':'市民建议情况'}", "If-Match", "*")
                        .status())
                .isEqualTo(409);
        Answer document = got(api.as("city-leader"), path + "/docx");
        assertThat(got(api.as("city-leader"), path + "/docx").bytes()).isEqualTo(document.bytes());
        assertThat(got(api.as("city-leader"), path + "/docx?revision=1").bytes())
                .as("the first draft, as it was before the second")
                .isEqualTo(first.bytes());
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            assertThat(read.getParagraphs().stream().map(XWPFParagraph::getText).toList())
                    .contains("专项情况报告", "市民建议情况", "多与公共空间有关。", "工作建议：请统筹。");
            assertThat(read.getCharts()).hasSize(2);
        }
        assertThat(api.as("city-leader").get(path + "/docx?revision=3").status())
                .isEqualTo(400);

        must(
                "city-leader",
                path + "/instruct",
                "{'text':'请牵头落实','agencies':['" + TOWN + "','" + OTHER + "'],'dueOn':'2030-06-30'}");
        String instruction = got(api.as("city-leader"), path)
                .json()
                .at("/instructions/0/instruction")
                .stringValue();
        JsonNode orders = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> api.as("supervisor")
                                .get("/api/supervision/orders?state=DRAFT&trigger=LEADER_INSTRUCTION", now())
                                .json()
                                .get("items"),
                        items -> items.size() == 2);
        assertThat(orders.get(0).get("matter").stringValue()).isEqualTo("市民建议情况:请牵头落实(2030-06-30 前办结)");
        JsonNode recorded = got(api.as("city-leader"), "/api/supervision/instructions/" + instruction, now())
                .json();
        assertThat(recorded.at("/instruction/report").stringValue()).isEqualTo(report);
        assertThat(recorded.at("/addressees/1/state").stringValue()).isEqualTo("DRAFT");
        assertThat(got(api.as("city-leader"), REPORTS + "?state=INSTRUCTED", now())
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_report_is_told() {
        PetitionId known = suggestion(null, "教育", ReplyOutcome.ADOPTED, "延长图书馆时间", "2020-03-02");
        PetitionId hidden = suggestion(null, "教育", null, null, "2020-03-03");
        String in2020 = "'from':'2020-01-01','to':'2020-12-31'";
        Answer none = refused("{'title':'建议情况','from':'2019-01-01','to':'2019-12-31'}");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.problem()).isEqualTo("a-report-is-about-suggestions");
        for (String period : List.of(
                "'from':'2020-12-31','to':'2020-01-01'",
                "'from':'2099-01-01','to':'2099-12-31'",
                "'from':'2020-01-01'",
                "'from':'yesterday','to':'2020-12-31'")) {
            assertThat(refused("{'title':'建议情况'," + period + "}").status())
                    .as(period)
                    .isEqualTo(400);
        }
        Map.of(
                        "{'name':'阅读','of':['交通']}",
                        "only-suggestions-of-the-period-are-grouped",
                        "{'name':'阅读','of':['教育']},{'name':'学习','of':['教育']}",
                        "a-suggestion-stands-in-one-theme",
                        "{'name':'阅读','of':['教育'],'representatives':['" + hidden + "']}",
                        "a-representative-is-published-and-of-its-theme",
                        "{'name':'阅读','of':['教育']},{'name':'学习','suggestions':['" + known + "','" + hidden + "']}",
                        "a-theme-has-suggestions")
                .forEach((themes, problem) -> assertThat(
                                refused("{'title':'建议情况'," + in2020 + ",'themes':[" + themes + "]}")
                                        .problem())
                        .as(themes)
                        .isEqualTo(problem));
        Answer personal = refused(
                "{'title':'建议情况'," + in2020 + ",'themes':[{'name':'教育','analysis':'请拨打13800138000'},{'name':''}]}");
        assertThat(personal.status()).isEqualTo(400);
        assertThat(personal.json().get("errors").toString()).contains("/themes/1/name");
        assertThat(refused("{'title':'建议情况'," + in2020 + ",'themes':[{'name':'教育','analysis':'请拨打13800138000'}]}")
                        .json()
                        .get("errors")
                        .toString())
                .contains("/themes/0/analysis", "personal-data");
        assertThat(api.as("bureau-leader").get(REPORTS + "/SPR-none").problem()).isEqualTo("special-report-not-found");
        assertThat(api.as("bureau-leader")
                        .post(REPORTS + "/SPR-none/revise", "{'title':'建议情况'}", "If-Match", "*")
                        .problem())
                .isEqualTo("special-report-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /api/suggestions/special-reports, 200",
        "city-leader, /api/suggestions/special-reports, 200",
        "city-leader, /api/suggestions/special-reports?state=DRAFT, 403",
        "auditor, /api/suggestions/special-reports, 200",
        "supervisor, /api/suggestions/special-reports, 403",
        "agency-leader@445224-114, /api/suggestions/special-reports, 403",
        "city-leader, /api/suggestions/measures, 200",
        "media, /api/suggestions/measures, 403",
        "agency-handler@445224-114, /api/suggestions/measures, 200"
    })
    void nobody_sees_what_is_not_theirs(String client, String path, int status) {
        assertThat(api.as(client).get(path).status()).isEqualTo(status);
    }
}
