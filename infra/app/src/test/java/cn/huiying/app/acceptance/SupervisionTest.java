package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.LiveStreamsTest.MovedClock;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.supervision.ProposingHotIssues;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.LadderStep;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Supervision orders over HTTP, and what the platform proposes by itself. */
@SpringBootTest(
        classes = {HuiyingApplication.class, LiveStreamsTest.Clocks.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.sweep-every=PT1H")
@Timeout(60)
class SupervisionTest {

    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";
    private static final String ORDERS = "/api/supervision/orders";

    @LocalServerPort
    int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandDoor door;

    @Autowired
    private MovedClock clock;

    @Autowired
    private ProposingHotIssues hotIssues;

    private final PetitionId petition =
            new PetitionId("PET-" + UUID.randomUUID().toString().replace("-", ""));
    private Api api;
    private PetitionLog log;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-supervision").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void aDispatchedPetition() {
        api = Api.held(port);
        log = new PetitionLog(eventStore);
        Stream.of(TOWN, OTHER)
                .forEach(code -> door.send(
                        new RegisterAgency(
                                AgencyId.of(code),
                                new AgencyEntry(
                                        code,
                                        "单位 " + code,
                                        AgencyLevel.TOWN,
                                        "445224",
                                        null,
                                        AgencyKind.TOWN,
                                        List.of()),
                                PetitionLog.AT),
                        Actor.SYSTEM,
                        Map.of()));
        log.submit(petition, "alice");
        log.accept(petition);
        log.dispatch(petition, TOWN);
    }

    @AfterEach
    void now() {
        clock.forward = Duration.ZERO;
    }

    private Api.As supervisor() {
        return api.as("supervisor");
    }

    private Api.As handler(String agency) {
        return api.as("agency-handler@" + agency);
    }

    private Answer draft(String channel, String agency, String... more) {
        return supervisor()
                .post(
                        ORDERS,
                        "{'form':'LETTER','channel':'" + channel + "','trigger':'PERFUNCTORY','agency':'" + agency
                                + "','petitions':['" + petition + "'],'matter':'答复敷衍'}",
                        more);
    }

    private static String issue() {
        return "{'requirement':'重新核查并答复'}";
    }

    private Answer must(Api.As caller, String order, String command, String body) {
        Answer answer = caller.post(ORDERS + "/" + order + "/" + command, body, "If-Match", "*");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private JsonNode proposedBecause(String trigger) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> supervisor()
                                .get(ORDERS + "?state=DRAFT&trigger=" + trigger + "&petition=" + petition)
                                .json()
                                .get("items"),
                        items -> items.size() == 1)
                .get(0);
    }

    private List<String> eventsOfThePetition() {
        return eventStore
                .readEvents(petition.toString())
                .asStream()
                .map(DomainEventMessage::getPayloadType)
                .<String>map(Class::getSimpleName)
                .toList();
    }

    @Test
    void what_the_ladder_brings_is_proposed_issued_answered_and_ended() {
        log.append(new DeadlineEscalated(petition, "D7", LadderStep.SUPERVISOR_TASK, PetitionLog.AT));
        JsonNode proposed = proposedBecause("OVERDUE");
        assertThat(proposed.get("agency").get("code").stringValue()).isEqualTo(TOWN);
        assertThat(proposed.get("matter").stringValue()).isEqualTo("一般件办结(D7)逾期未完成");
        String order = proposed.get("id").stringValue();
        assertThat(handler(TOWN)
                        .get("/api/agencies/" + TOWN + "/orders?petition=" + petition)
                        .json()
                        .get("items"))
                .as("a draft is nobody's order yet")
                .isEmpty();
        assertThat(handler(TOWN).get(ORDERS + "/" + order).status()).isEqualTo(404);

        Answer issued = supervisor().post(ORDERS + "/" + order + "/issue", issue(), "If-Match", "\"0\"");
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        assertThat(issued.json().get("state").stringValue()).isEqualTo("ISSUED");
        assertThat(issued.header("ETag")).isEqualTo("\"1\"");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> eventsOfThePetition().contains("PetitionPutUnderSupervision"));

        JsonNode own = handler(TOWN)
                .get(
                        "/api/agencies/" + TOWN + "/orders?sort=dueAt&petition=" + petition,
                        "Petition-Min-Position",
                        issued.header("Petition-Position"))
                .json();
        assertThat(own.get("items").get(0).get("id").stringValue()).isEqualTo(order);
        assertThat(own.get("items").get(0).get("late").booleanValue()).isFalse();
        assertThat(own.get("counts").get("ISSUED").intValue()).isEqualTo(1);
        assertThat(own.get("counts").get("DRAFT")).isNull();
        assertThat(handler(OTHER).get(ORDERS + "/" + order).status()).isEqualTo(404);

        must(handler(TOWN), order, "acknowledge", "{}");
        must(handler(TOWN), order, "submit-feedback", "{'text':'已联系群众'}");
        must(supervisor(), order, "return-feedback", "{'reason':'未说明处理结果'}");
        must(handler(TOWN), order, "submit-feedback", "{'text':'已清运并复查','evidence':'现场照片三张'}");
        Answer ended = must(supervisor(), order, "complete", "{'result':'问题已解决'}");
        assertThat(ended.json().get("state").stringValue()).isEqualTo("COMPLETED");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> eventsOfThePetition().contains("PetitionReleasedFromSupervision"));

        Answer shown = handler(TOWN).get(ORDERS + "/" + order);
        assertThat(shown.header("ETag")).isEqualTo(ended.header("ETag"));
        assertThat(shown.json().get("result").stringValue()).isEqualTo("问题已解决");
        assertThat(shown.json().get("feedback")).hasSize(2);
        assertThat(shown.json().get("history").valueStream().map(step -> step.get("eventText")
                        .stringValue()))
                .containsExactly("督办拟办", "督办下发", "督办签收", "督办反馈", "退回重报", "督办反馈", "销号");
    }

    @Test
    void a_reply_that_a_call_back_finds_false_is_proposed() {
        log.append(new CallbackRecorded(petition, true, false, true, true, null, PetitionLog.AT));
        assertThat(proposedBecause("FALSE_REPLY").get("matter").stringValue()).isEqualTo("回访发现答复不实");
    }

    @Test
    void a_bad_rating_is_proposed_once_and_history_from_elsewhere_is_not() {
        log.append(new CallbackRequired(petition, PetitionLog.AT.plusSeconds(86_400), PetitionLog.AT));
        log.append(new CallbackRecorded(petition, true, false, true, false, null, PetitionLog.AT));
        log.append(new CallbackRecorded(petition, true, false, true, null, null, PetitionLog.AT));
        log.append(new DeadlineEscalated(petition, "D1", LadderStep.SUPERVISOR_TASK, PetitionLog.AT));
        log.append(new DeadlineEscalated(petition, "D7", LadderStep.CIRCULAR_DRAFT, PetitionLog.AT));
        log.append(new DeadlineEscalated(petition, "D1s", LadderStep.SUPERVISOR_TASK, PetitionLog.AT));
        assertThat(proposedBecause("REFUSED_TO_RECEIVE").get("matter").stringValue())
                .isEqualTo("逾期未签收");
        assertThat(proposedBecause("DISSATISFIED").get("form").stringValue()).isEqualTo("E_ORDER");
        assertThat(supervisor()
                        .get(ORDERS + "?total=exact&petition=" + petition)
                        .json()
                        .get("total")
                        .intValue())
                .as("the bureau's own deadline, and a later step of the ladder, propose nothing")
                .isEqualTo(2);
    }

    @Test
    void what_rises_in_a_place_is_proposed_once_a_month() {
        List<PetitionId> rising = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PetitionId id = new PetitionId("PET-" + UUID.randomUUID().toString().replace("-", ""));
            log.submit(id, "alice");
            log.accept(id);
            log.dispatch(id, TOWN);
            if (i < 8) {
                log.publish(id, "葵潭镇路灯损坏第" + i + "盏");
                rising.add(id);
            } else {
                log.publish(id, List.of("水管爆裂", "公交改线", "学位申请", "医保报销").get(i - 8));
            }
        }
        await().until(() -> api.as("supervisor")
                        .get(
                                "/api/supervision/hot-issues?from=2023-03-01&to=2023-03-30",
                                "Petition-Min-Position",
                                "" + log.head())
                        .json()
                        .get("issues")
                        .size()
                > 0);

        hotIssues.propose(PetitionLog.AT.plus(Duration.ofDays(1)));
        hotIssues.propose(PetitionLog.AT.plus(Duration.ofDays(2)));

        List<JsonNode> drafted = await().until(
                        () -> supervisor()
                                .get(ORDERS + "?state=DRAFT&trigger=HOT_ISSUE")
                                .json()
                                .get("items")
                                .valueStream()
                                .toList(),
                        orders -> !orders.isEmpty());
        List<String> matters =
                drafted.stream().map(order -> order.get("matter").stringValue()).toList();
        assertThat(matters)
                .doesNotHaveDuplicates()
                .allSatisfy(matter -> assertThat(matter).startsWith("惠来县“").endsWith("问题集中反映 8 件(上期 0 件)"));
        assertThat(drafted).allSatisfy(order -> assertThat(
                        order.get("petitions").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(
                        rising.stream().map(PetitionId::value).toList()));
    }

    @Test
    void an_offline_order_has_its_record_and_its_document() throws IOException {
        String order = draft("OFFLINE", TOWN).json().get("id").stringValue();
        must(supervisor(), order, "issue", issue());
        must(handler(TOWN), order, "acknowledge", "{}");
        must(handler(TOWN), order, "submit-feedback", "{'text':'已整改'}");
        Answer tooEarly = supervisor().post(ORDERS + "/" + order + "/complete", "{'result':'已整改'}", "If-Match", "*");
        assertThat(tooEarly.problem()).isEqualTo("an-offline-order-is-on-record");

        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BufferedImage noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        SplittableRandom chance = new SplittableRandom(7);
        for (int i = 0; i < 400 * 400; i++) {
            noise.setRGB(i % 400, i / 400, chance.nextInt(1 << 24));
        }
        ImageIO.write(noise, "png", png);
        assertThat(png.size()).as("more than other bodies may have").isGreaterThan(256 * 1024);
        Answer scan = supervisor()
                .upload(
                        ORDERS + "/" + order + "/documents",
                        "image/png",
                        BodyPublishers.ofByteArray(png.toByteArray()));
        assertThat(scan.status()).as(scan.text()).isEqualTo(201);
        String document = scan.json().get("document").stringValue();
        must(
                supervisor(),
                order,
                "record-offline",
                "{'people':'督办科二人、镇分管领导','heldAt':'2023-03-20T09:30:00+08:00','place':'镇政府','document':'" + document
                        + "'}");
        must(supervisor(), order, "complete", "{'result':'已整改'}");
        String path = ORDERS + "/" + order + "/documents/" + document;
        Answer content = handler(TOWN).get(path);
        assertThat(content.header("Content-Type")).isEqualTo("image/png");
        assertThat(content.bytes()).isNotEmpty();
        assertThat(handler(OTHER).get(path).status()).isEqualTo(404);
        assertThat(handler(TOWN)
                        .get(path.replace(document, "DOC-" + "0".repeat(64)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_order_that_is_not_answered_in_time_is_late() {
        String order = draft("ONLINE", TOWN).json().get("id").stringValue();
        Answer issued = must(supervisor(), order, "issue", "{'requirement':'一日内答复','feedbackWorkdays':1}");
        String late = ORDERS + "?late=true&petition=" + petition;
        String[] position = {"Petition-Min-Position", issued.header("Petition-Position")};
        assertThat(supervisor().get(late, position).json().get("items")).isEmpty();
        clock.forward = Duration.ofDays(10);
        JsonNode found = supervisor().get(late, position).json();
        assertThat(found.get("items").get(0).get("late").booleanValue()).isTrue();
        assertThat(found.get("counts").get("late").intValue()).isEqualTo(1);
    }

    @Test
    void pages_follow_each_other_in_both_orders() {
        for (int i = 0; i < 5; i++) {
            Answer drafted = draft("ONLINE", TOWN);
            assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
            if (i % 2 == 0) {
                must(supervisor(), drafted.json().get("id").stringValue(), "issue", issue());
            }
        }
        String[] position = {"Petition-Min-Position", "" + log.head()};
        for (String sort : List.of("-draftedAt", "dueAt")) {
            String path = ORDERS + "?limit=2&petition=" + petition + "&sort=" + sort;
            JsonNode all = supervisor()
                    .get(path.replace("limit=2", "limit=100"), position)
                    .json()
                    .get("items");
            JsonNode first = supervisor().get(path).json();
            JsonNode second = supervisor()
                    .get(path + "&cursor=" + first.get("next").stringValue())
                    .json();
            JsonNode third = supervisor()
                    .get(path + "&cursor=" + second.get("next").stringValue())
                    .json();
            assertThat(Stream.of(first, second, third)
                            .flatMap(page -> page.get("items").valueStream())
                            .toList())
                    .hasSize(5)
                    .isEqualTo(all.valueStream().toList());
            assertThat(supervisor()
                            .get(path + "&cursor=" + third.get("prev").stringValue())
                            .json()
                            .get("items"))
                    .isEqualTo(second.get("items"));
        }
    }

    @Test
    void a_request_that_comes_twice_is_answered_twice_and_done_once() {
        Answer first = draft("ONLINE", TOWN, "Idempotency-Key", "k-" + petition);
        Answer again = draft("ONLINE", TOWN, "Idempotency-Key", "k-" + petition);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(draft("OFFLINE", TOWN, "Idempotency-Key", "k-" + petition).problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(draft("ONLINE", OTHER).problem()).isEqualTo("only-an-involved-agency-is-supervised");
        assertThat(draft("BY_PIGEON", TOWN).problem()).isEqualTo("invalid-input");
        String order = draft("ONLINE", TOWN).json().get("id").stringValue();
        String path = ORDERS + "/" + order;
        assertThat(supervisor().post(path + "/issue", issue()).status()).isEqualTo(428);
        assertThat(supervisor()
                        .post(path + "/issue", issue(), "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        Answer notNow = supervisor().post(path + "/complete", "{'result':'完'}", "If-Match", "*");
        assertThat(notNow.status()).isEqualTo(409);
        assertThat(notNow.json().get("allowedCommands").toString()).isEqualTo("[\"cancel\",\"issue\"]");
        assertThat(supervisor().post(path + "/fly", "{}", "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(supervisor().post(path + "/draft", "{}", "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(supervisor()
                        .post(ORDERS + "/ORD-none/cancel", "{'reason':'x'}", "If-Match", "*")
                        .problem())
                .isEqualTo("order-not-found");
        assertThat(supervisor().get(ORDERS + "/ORD-none").problem()).isEqualTo("order-not-found");
        assertThat(supervisor().get(ORDERS + "/what").status()).isEqualTo(400);
        assertThat(supervisor()
                        .post(path + "/issue", "{'form':'INTERVIEW','requirement':'约谈'}", "If-Match", "*")
                        .problem())
                .isEqualTo("only-the-joint-conference-decides");
        must(supervisor(), order, "issue", issue());
        Answer noScan = supervisor()
                .post(
                        path + "/record-offline",
                        "{'people':'督办科','heldAt':'2023-03-20T09:30:00+08:00','place':'镇政府','document':'DOC-"
                                + "0".repeat(64) + "'}",
                        "If-Match",
                        "*");
        assertThat(noScan.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/document");
        assertThat(supervisor()
                        .upload(path + "/documents", "application/pdf", BodyPublishers.ofString("%PDF-1.7"))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /api/supervision/orders, 403",
        "agency-handler@445224-114, /api/supervision/orders, 403",
        "auditor, /api/supervision/orders, 403",
        "agency-handler@445224-101, /api/agencies/445224-114/orders, 404",
        "citizen@A-01, /api/agencies/445224-114/orders, 404",
        "supervisor, /api/agencies/445224-114/orders, 200",
        "bureau-leader, /api/supervision/orders, 200",
        "agency-leader@445224-114, /api/agencies/445224-114/orders, 200"
    })
    void nobody_sees_orders_that_are_not_theirs(String client, String path, int status) {
        assertThat(api.as(client).get(path).status()).isEqualTo(status);
    }

    @Test
    void nobody_else_supervises() {
        for (String client : List.of("intake-officer", "agency-leader@" + TOWN, "citizen@A-01", "media")) {
            assertThat(api.as(client)
                            .post(
                                    ORDERS,
                                    "{'form':'LETTER','channel':'ONLINE','trigger':'PERFUNCTORY','agency':'" + TOWN
                                            + "','matter':'答复敷衍'}")
                            .status())
                    .isEqualTo(403);
        }
    }
}
