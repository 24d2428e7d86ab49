package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.LiveStreamsTest.MovedClock;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.serialization.EventSerialization;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
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

/** Proposals, leaders' instructions and media leads over HTTP, and what the platform does about supervision by itself. */
@SpringBootTest(
        classes = {HuiyingApplication.class, LiveStreamsTest.Clocks.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.sweep-every=PT1H")
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class ProposalsInstructionsAndLeadsTest {

    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";
    private static final String ORDERS = "/api/supervision/orders";
    private static final String PROPOSALS = "/api/supervision/proposals";
    private static final String INSTRUCTIONS = "/api/supervision/instructions";
    private static final String LEADS = "/api/supervision/media-leads";

    @LocalServerPort
    int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandDoor door;

    @Autowired
    private MovedClock clock;

    private final PetitionId petition = newPetition();
    private Api api;
    private PetitionLog log;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-proposals").toString();
        registry.add("huiying.data", () -> folder);
    }

    private static PetitionId newPetition() {
        return new PetitionId("PET-" + UUID.randomUUID().toString().replace("-", ""));
    }

    @BeforeEach
    void aDispatchedPetition() {
        api = Api.held(port);
        log = new PetitionLog(eventStore);
        Stream.of(TOWN, OTHER).forEach(this::register);
        log.submit(petition, "alice");
        log.accept(petition);
        log.dispatch(petition, TOWN);
    }

    private void register(String code) {
        AgencyEntry entry =
                new AgencyEntry(code, "单位 " + code, AgencyLevel.TOWN, "445224", null, AgencyKind.TOWN, List.of());
        door.send(new RegisterAgency(AgencyId.of(code), entry, PetitionLog.AT), Actor.SYSTEM, Map.of());
    }

    @AfterEach
    void now() {
        clock.forward = Duration.ZERO;
    }

    private Answer posted(String client, String path, String body, String... headers) {
        Answer answer = api.as(client).post(path, body, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer must(String client, String path, String body) {
        Answer answer = api.as(client).post(path, body, "If-Match", "*");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String idOf(Answer answer) {
        return answer.json().get("id").stringValue();
    }

    private static String[] since(Answer answer) {
        return new String[] {"Petition-Min-Position", answer.header("Petition-Position")};
    }

    private String proposal(String agency) {
        return "{'kind':'IMPROVE_WORK','agency':'" + agency + "','title':'路灯巡查','text':'建议每周巡查。','petitions':['"
                + petition + "']}";
    }

    private JsonNode draftedBecause(String trigger, PetitionId about) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> api.as("supervisor")
                                .get(ORDERS + "?state=DRAFT&trigger=" + trigger + "&petition=" + about)
                                .json()
                                .get("items"),
                        items -> items.size() == 1)
                .get(0);
    }

    private int drafts(PetitionId about) {
        return api.as("supervisor")
                .get(ORDERS + "?total=exact&petition=" + about, "Petition-Min-Position", "" + log.head())
                .json()
                .get("total")
                .intValue();
    }

    // 三项建议.

    @Test
    void a_proposal_is_answered_in_writing_by_the_agency_it_is_addressed_to() throws IOException {
        Answer issued = posted("bureau-leader", PROPOSALS, proposal(TOWN));
        String path = PROPOSALS + "/" + idOf(issued);
        assertThat(issued.header("Location")).isEqualTo(path);
        assertThat(api.as("agency-handler@" + OTHER).get(path).problem()).isEqualTo("proposal-not-found");
        JsonNode own = api.as("agency-handler@" + TOWN)
                .get("/api/agencies/" + TOWN + "/proposals?petition=" + petition, since(issued))
                .json();
        assertThat(own.get("items").get(0).get("kindText").stringValue()).isEqualTo("改进工作");
        assertThat(own.get("counts").get("ISSUED").intValue()).isEqualTo(1);

        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        String documents = path + "/documents";
        for (String client : List.of("agency-leader@" + OTHER, "bureau-leader")) {
            assertThat(api.as(client)
                            .upload(documents, "image/png", BodyPublishers.ofByteArray(png.toByteArray()))
                            .status())
                    .as(client)
                    .isIn(403, 404);
        }
        Answer scan = api.as("agency-leader@" + TOWN)
                .upload(documents, "image/png", BodyPublishers.ofByteArray(png.toByteArray()));
        assertThat(scan.status()).as(scan.text()).isEqualTo(201);
        String document = scan.json().get("document").stringValue();
        assertThat(api.as("agency-leader@" + TOWN)
                        .get(documents + "/" + document)
                        .status())
                .as("no feedback names it yet")
                .isEqualTo(404);

        String answer = "{'adoption':'PARTLY_ADOPTED','text':'每两周巡查','document':'" + document + "'";
        assertThat(api.as("agency-leader@" + TOWN)
                        .post(path + "/submit-feedback", answer + "}", "If-Match", "*")
                        .problem())
                .isEqualTo("reasons-are-given-unless-adopted");
        Answer answered = must("agency-leader@" + TOWN, path + "/submit-feedback", answer + ",'reasons':'人手不足'}");
        assertThat(answered.json().get("state").stringValue()).isEqualTo("ANSWERED");
        Answer shown = api.as("supervisor").get(path);
        assertThat(shown.header("ETag")).isEqualTo(answered.header("ETag")).isEqualTo("\"1\"");
        assertThat(shown.json().get("feedback").get("reasons").stringValue()).isEqualTo("人手不足");
        assertThat(shown.json().get("history")).hasSize(2);
        assertThat(api.as("bureau-leader").get(documents + "/" + document).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(api.as("agency-leader@" + OTHER)
                        .get(documents + "/" + document)
                        .status())
                .isEqualTo(404);
        assertThat(api.as("supervisor")
                        .get(PROPOSALS + "?adoption=PARTLY_ADOPTED&petition=" + petition, since(answered))
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void who_has_not_answered_after_thirty_days_is_on_the_circular_list() {
        Answer issued = posted("bureau-leader", PROPOSALS, proposal(TOWN));
        String late = PROPOSALS + "?late=true&sort=dueAt&petition=" + petition;
        assertThat(api.as("supervisor").get(late, since(issued)).json().get("items"))
                .isEmpty();
        clock.forward = Duration.ofDays(45);
        JsonNode found = api.as("supervisor").get(late).json();
        assertThat(found.get("items").get(0).get("late").booleanValue()).isTrue();
        assertThat(found.get("counts").get("late").intValue()).isEqualTo(1);
        Answer withdrawn = must("bureau-leader", PROPOSALS + "/" + idOf(issued) + "/withdraw", "{'reason':'情况已变'}");
        assertThat(api.as("supervisor").get(late, since(withdrawn)).json().get("items"))
                .isEmpty();
    }

    @Test
    void proposals_are_paged_and_a_request_that_comes_twice_is_done_once() {
        Answer first = posted("bureau-leader", PROPOSALS, proposal(TOWN), "Idempotency-Key", "k-" + petition);
        Answer again = posted("bureau-leader", PROPOSALS, proposal(TOWN), "Idempotency-Key", "k-" + petition);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.as("bureau-leader")
                        .post(PROPOSALS, proposal(OTHER), "Idempotency-Key", "k-" + petition)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        posted("bureau-leader", PROPOSALS, proposal(TOWN));
        Answer last = posted("bureau-leader", PROPOSALS, proposal(OTHER));
        for (String sort : List.of("-issuedAt", "dueAt")) {
            String path = PROPOSALS + "?limit=2&petition=" + petition + "&sort=" + sort;
            JsonNode page = api.as("supervisor").get(path, since(last)).json();
            JsonNode next = api.as("supervisor")
                    .get(path + "&cursor=" + page.get("next").stringValue())
                    .json();
            assertThat(page.get("items")).hasSize(2);
            assertThat(next.get("items")).hasSize(1);
            assertThat(api.as("supervisor")
                            .get(path + "&cursor=" + next.get("prev").stringValue())
                            .json()
                            .get("items"))
                    .isEqualTo(page.get("items"));
        }
    }

    @Test
    void what_is_wrong_with_a_proposal_is_told() {
        assertThat(api.as("bureau-leader")
                        .post(PROPOSALS, proposal(TOWN).replace(petition.value(), "PET-none"))
                        .problem())
                .isEqualTo("petition-not-found");
        assertThat(api.as("bureau-leader")
                        .post(PROPOSALS, proposal(TOWN).replace(",'petitions':['" + petition + "']", ""))
                        .problem())
                .isEqualTo("a-proposal-has-its-ground");
        assertThat(api.as("supervisor").post(PROPOSALS, proposal(TOWN)).status())
                .isEqualTo(403);
        String path = PROPOSALS + "/" + idOf(posted("bureau-leader", PROPOSALS, proposal(TOWN)));
        assertThat(api.as("bureau-leader")
                        .post(path + "/withdraw", "{'reason':'情况已变'}")
                        .status())
                .isEqualTo(428);
        assertThat(api.as("bureau-leader")
                        .post(path + "/withdraw", "{'reason':'情况已变'}", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        for (String slug : List.of("fly", "issue", "hand-over")) {
            assertThat(api.as("bureau-leader")
                            .post(path + "/" + slug, "{}", "If-Match", "*")
                            .problem())
                    .isEqualTo("unknown-command");
        }
        must("bureau-leader", path + "/withdraw", "{'reason':'情况已变'}");
        Answer notNow = api.as("agency-leader@" + TOWN)
                .post(path + "/submit-feedback", "{'adoption':'ADOPTED','text':'已改'}", "If-Match", "*");
        assertThat(notNow.status()).isEqualTo(409);
        assertThat(api.as("bureau-leader").get(PROPOSALS + "/what").status()).isEqualTo(400);
        assertThat(api.as("bureau-leader").get(PROPOSALS + "/PRO-none").problem())
                .isEqualTo("proposal-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "intake-officer, /api/supervision/proposals, 403",
        "agency-leader@445224-114, /api/supervision/proposals, 403",
        "city-leader, /api/supervision/proposals, 403",
        "supervisor, /api/supervision/proposals, 200",
        "agency-leader@445224-101, /api/agencies/445224-114/proposals, 404",
        "agency-leader@445224-114, /api/agencies/445224-114/proposals, 200",
        "city-leader, /api/supervision/instructions, 200",
        "bureau-leader, /api/supervision/instructions, 200",
        "agency-leader@445224-114, /api/supervision/instructions, 403",
        "media, /api/supervision/instructions, 403",
        "media, /api/supervision/media-leads, 200",
        "supervisor, /api/supervision/media-leads, 200",
        "city-leader, /api/supervision/media-leads, 403",
        "agency-handler@445224-114, /api/supervision/media-leads, 403"
    })
    void nobody_sees_what_is_not_theirs(String client, String path, int status) {
        assertThat(api.as(client).get(path).status()).isEqualTo(status);
    }

    // 领导批示.

    private static String instruction(String matter, String... agencies) {
        return "{" + matter + ",'text':'请限期整改','agencies':['" + String.join("','", agencies)
                + "'],'dueOn':'2027-01-08'}";
    }

    @Test
    void a_leaders_instruction_becomes_a_draft_for_each_involved_agency_and_tells_how_it_stands() {
        Answer recorded =
                posted("city-leader", INSTRUCTIONS, instruction("'petitions':['" + petition + "']", TOWN, OTHER));
        JsonNode drafted = draftedBecause("LEADER_INSTRUCTION", petition);
        assertThat(drafted.get("matter").stringValue()).isEqualTo("请限期整改(2027-01-08 前办结)");
        String order = drafted.get("id").stringValue();
        String path = INSTRUCTIONS + "/" + idOf(recorded);
        JsonNode addressees = api.as("city-leader").get(path).json().get("addressees");
        assertThat(addressees.get(0).get("order").stringValue()).isEqualTo(order);
        assertThat(addressees.get(0).get("state").stringValue()).isEqualTo("DRAFT");
        assertThat(addressees.get(1).get("order").isNull())
                .as("was never involved")
                .isTrue();
        Answer issued = must("supervisor", ORDERS + "/" + order + "/issue", "{'requirement':'重新核查'}");
        assertThat(api.as("city-leader")
                        .get(path, since(issued))
                        .json()
                        .get("addressees")
                        .get(0)
                        .get("stateText")
                        .stringValue())
                .isEqualTo("已下发");
        assertThat(api.as("city-leader")
                        .get(INSTRUCTIONS + "?agency=" + OTHER + "&petition=" + petition, since(recorded))
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(api.as("city-leader").get(INSTRUCTIONS + "/INS-none").problem())
                .isEqualTo("instruction-not-found");
        assertThat(api.as("city-leader").get(INSTRUCTIONS + "/what").status()).isEqualTo(400);
    }

    @Test
    void of_an_accusation_a_leader_learns_no_more_than_of_what_is_not_there() {
        PetitionId accusation = submitted();
        log.append(new PetitionAccepted(
                accusation,
                PetitionType.COMPLAINT,
                "政务",
                PetitionClass.ACCUSATION,
                LimitClass.C15,
                Urgency.NORMAL,
                OTHER,
                PetitionLog.AT));
        Answer refused =
                api.as("city-leader").post(INSTRUCTIONS, instruction("'petitions':['" + accusation + "']", TOWN));
        Answer notThere =
                api.as("city-leader").post(INSTRUCTIONS, instruction("'petitions':['" + newPetition() + "']", TOWN));
        assertThat(refused.problem()).isEqualTo("only-what-leaders-may-see-is-instructed");
        for (String member : List.of("type", "title", "status", "detail")) {
            assertThat(refused.json().get(member)).isEqualTo(notThere.json().get(member));
        }
        assertThat(api.as("supervisor")
                        .post(LEADS, "{'petition':'" + accusation + "'}")
                        .problem())
                .isEqualTo("no-accusation-goes-to-the-media");
        assertThat(api.as("bureau-leader")
                        .post(PROPOSALS, proposal(OTHER).replace(petition.value(), accusation.value()))
                        .problem())
                .isEqualTo("no-proposal-tells-the-accused");
    }

    // What is drafted because of what the log has, and handed over.

    @Test
    void the_third_repeat_is_drafted_once() {
        PetitionId earlier = submitted();
        merge(submitted(), earlier);
        merge(submitted(), petition);
        assertThat(drafts(petition)).isZero();
        merge(earlier, petition);
        assertThat(draftedBecause("REPEATED", petition).get("matter").stringValue())
                .isEqualTo("群众重复留言三次以上");
        merge(submitted(), petition);
        log.append(new ReplySentBack(petition, "未说明结果", PetitionLog.AT));
        log.append(new ReplySentBack(petition, "仍未说明结果", PetitionLog.AT));
        draftedBecause("PERFUNCTORY", petition);
        assertThat(drafts(petition)).as("one of each").isEqualTo(2);
    }

    private PetitionId submitted() {
        PetitionId id = newPetition();
        log.submit(id, "alice");
        return id;
    }

    private void merge(PetitionId repeat, PetitionId main) {
        log.append(new PetitionMerged(repeat, main, "重复", PetitionLog.AT));
    }

    @Test
    void a_successor_answers_what_was_addressed_to_a_merged_agency() {
        String merged = "445224-1" + (20 + Math.floorMod(petition.value().hashCode(), 70));
        register(merged);
        log.dispatch(petition, merged);
        String proposal = PROPOSALS + "/" + idOf(posted("bureau-leader", PROPOSALS, proposal(merged)));
        Answer drafted = posted(
                "supervisor",
                ORDERS,
                "{'form':'LETTER','channel':'ONLINE','trigger':'PERFUNCTORY','agency':'" + merged + "','petitions':['"
                        + petition + "'],'matter':'答复敷衍'}");
        String order = ORDERS + "/" + idOf(drafted);
        must("supervisor", order + "/issue", "{'requirement':'重新核查'}");
        assertThat(api.as("bureau-leader")
                        .post("/api/agencies/" + merged + "/merge", "{'successor':'" + OTHER + "','reason':'机构改革'}")
                        .status())
                .isEqualTo(200);
        String successor = "agency-handler@" + OTHER;
        for (String path : List.of(order, proposal)) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> api.as(successor).get(path).status() == 200);
            assertThat(api.as("agency-handler@" + merged).get(path).status()).isEqualTo(404);
        }
        must(successor, order + "/acknowledge", "{}");
        must(successor, proposal + "/submit-feedback", "{'adoption':'ADOPTED','text':'已改'}");
    }

    // 媒体监督.

    @Test
    void the_media_follow_up_what_was_published_until_it_is_taken_down() {
        String offer = "{'petition':'" + petition + "'}";
        assertThat(api.as("supervisor").post(LEADS, offer).problem()).isEqualTo("only-a-published-petition-is-offered");
        assertThat(api.as("media").post(LEADS, offer).status()).isEqualTo(403);
        log.publish(petition, "夜间施工扰民");
        Answer offered = posted("supervisor", LEADS, offer);
        String lead = LEADS + "/" + idOf(offered);
        assertThat(api.as("media")
                        .get(LEADS + "?state=OFFERED&petition=" + petition, since(offered))
                        .json()
                        .get("items")
                        .get(0)
                        .get("title")
                        .stringValue())
                .isEqualTo("夜间施工扰民");
        must("media", lead + "/adopt", "{}");
        String report = "{'title':'深夜的工地','link':'https://news.example/20261201123456789','publishedOn':'2026-11-20'}";
        assertThat(api.as("media")
                        .post(lead + "/record-report", report.replace("https", "http"), "If-Match", "*")
                        .problem())
                .isEqualTo("a-report-has-a-safe-link");
        must("media", lead + "/record-report", report);
        must("supervisor", lead + "/record-follow-up", "{'foundOn':'2026-11-25','finding':'夜间已停工'}");
        JsonNode shown = api.as("media").get(lead).json();
        assertThat(shown.get("text").stringValue()).isEqualTo("夜间施工噪音扰民。");
        assertThat(shown.get("reports").get(0).get("link").stringValue()).startsWith("https://news.example/");
        assertThat(shown.get("followUps")).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> api.anyone()
                .get("/api/public/petitions?q=夜间施工扰民&limit=100".replace("夜间施工扰民", "%E5%A4%9C%E9%97%B4"))
                .json()
                .get("items")
                .valueStream()
                .anyMatch(item -> item.get("id").stringValue().equals(petition.value())
                        && item.get("reportedByMedia").booleanValue()));

        PetitionLog later = new PetitionLog(eventStore, petition);
        later.append(new PetitionTakenDown(petition, "涉及第三人", PetitionLog.AT));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> api.as("media").get(lead).status() == 404);
        assertThat(api.as("media")
                        .get(LEADS + "?petition=" + petition, "Petition-Min-Position", "" + log.head())
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(api.as("media")
                        .post(lead + "/record-report", report, "If-Match", "*")
                        .problem())
                .isEqualTo("media-lead-not-found");
        assertThat(api.as("supervisor")
                        .get(lead)
                        .json()
                        .get("lead")
                        .get("state")
                        .stringValue())
                .isEqualTo("WITHDRAWN");
        later.publish(petition, "夜间施工扰民");
        assertThat(posted("bureau-leader", LEADS, offer).json().get("id").stringValue())
                .as("the same lead, offered again")
                .isEqualTo(idOf(offered));
        must("media", lead + "/decline", "{'reason':'已有报道'}");
    }

    @Test
    void nothing_of_a_lead_carries_what_was_not_approved_for_the_public(CapturedOutput output) {
        String citizen = "citizen@C-" + UUID.randomUUID();
        api.as(citizen).post("/api/accounts", "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}");
        String code = Pattern.compile("Code (\\d{6}) for the phone")
                .matcher(output.getOut())
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow();
        api.as(citizen).post("/api/accounts/me/confirm-phone", "{'code':'" + code + "'}");
        String id = idOf(posted(
                citizen,
                "/api/petitions",
                "{'section':'MASS_MESSAGE','board':'COUNTY_LEADER','type':'HELP','domain':'环保','district':'445224',"
                        + "'visibilityWish':'PUBLIC','title':'陈大文家门口路灯不亮','body':'东门路八号的灯坏了两周'}"));
        must(
                "intake-officer",
                "/api/petitions/" + id + "/accept",
                "{'petitionClass':'CLAIM','limitClass':'C7','urgency':'NORMAL'}");
        must("intake-officer", "/api/petitions/" + id + "/publish", "{'title':'某处路灯不亮','body':'某路的灯坏了两周'}");
        List<String> said = new ArrayList<>();
        Answer offered = posted("supervisor", LEADS, "{'petition':'" + id + "'}");
        String lead = LEADS + "/" + idOf(offered);
        said.add(offered.text());
        said.add(must("media", lead + "/adopt", "{}").text());
        said.add(api.as("media").get(LEADS, since(offered)).text());
        said.add(api.as("media").get(lead).text());
        said.add(api.as("supervisor").get(lead).text());
        eventStore
                .readEvents(idOf(offered))
                .asStream()
                .forEach(event -> said.add(EventSerialization.serializer()
                        .serialize(event.getPayload(), String.class)
                        .getData()));
        assertThat(said).hasSize(7);
        assertThat(String.join("\n", said))
                .contains("某路的灯坏了两周")
                .doesNotContain("陈大文", "东门路", "19900001234", "陈*", "JY20", citizen.substring(8));
    }
}
