package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.EventStream.Event;
import cn.huiying.app.acceptance.LiveStreamsTest.MovedClock;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The policy library, what enterprises are brought of it, and what they ask, over HTTP. */
@SpringBootTest(
        classes = {HuiyingApplication.class, LiveStreamsTest.Clocks.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.sweep-every=PT1H")
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class PoliciesTest {

    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";
    private static final String POLICIES = "/api/policies";
    private static final String PUBLIC = "/api/public/policies";
    private static final String SUBSCRIPTION = "/api/accounts/me/policy-subscription";
    private static final String OFFICER = "intake-officer";
    private static final LocalDate TODAY = LocalDate.now(WorkCalendar.ZONE);

    /** In each title, so that a test finds its own policies. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final String factory = "factory-" + mark;
    private final Map<String, Long> next = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandDoor door;

    @Autowired
    private Vault vault;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private MovedClock clock;

    private Api api;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-policies").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void two_agencies() {
        api = Api.held(port);
        for (String code : List.of(TOWN, OTHER)) {
            AgencyEntry entry =
                    new AgencyEntry(code, "单位 " + code, AgencyLevel.TOWN, "445224", null, AgencyKind.TOWN, List.of());
            door.send(new RegisterAgency(AgencyId.of(code), entry, PetitionLog.AT), Actor.SYSTEM, Map.of());
        }
    }

    @AfterEach
    void now() {
        clock.forward = Duration.ZERO;
    }

    private static String policy(String title, String tags, LocalDate from, LocalDate until) {
        return "{'title':'" + title + "','agency':'" + TOWN + "','documentNumber':'揭府〔2026〕1号','text':'对中小企业给予稳岗补贴。',"
                + "'tags':" + tags + ",'validFrom':'" + from + "'"
                + (until == null ? "" : ",'validUntil':'" + until + "'")
                + "}";
    }

    private String publish(String title, String tags, LocalDate from, LocalDate until) {
        Answer answer = api.as(OFFICER).post(POLICIES, policy(title + mark, tags, from, until));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().get("id").stringValue();
        assertThat(answer.header("Location")).isEqualTo(PUBLIC + "/" + id);
        return id;
    }

    private String publish(String title) {
        return publish(title, "{}", TODAY, null);
    }

    private Answer act(String client, String id, String command, String body) {
        return api.as(client).post(POLICIES + "/" + id + "/" + command, body, "If-Match", "*");
    }

    private Answer must(String id, String command, String body) {
        Answer answer = act(OFFICER, id, command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** As anyone sees it once all that happened so far can be seen. */
    private JsonNode look(Api.As caller, String path) {
        Answer answer = caller.get(path, "Petition-Min-Position", "" + door.position());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode look(String path) {
        return look(api.anyone(), path);
    }

    private List<String> ids(String query) {
        return look(PUBLIC + "?q=" + mark + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    private void append(AccountEvent event) {
        String stream = event.accountId().value();
        long sequence = next.merge(stream, 1L, Long::sum) - 1;
        eventStore.publish(new GenericDomainEventMessage<>("Account", stream, sequence, event));
    }

    private AccountId registered(Industry industry, EnterpriseSize size, String district) {
        AccountId account = AccountId.ofSubject(factory);
        Sealed name = vault.seal(account.value(), "EnterpriseRegistered.name", "揭阳市某某五金制品有限公司");
        append(new EnterpriseRegistered(
                account, name, null, null, null, name, industry, size, district, clock.instant()));
        append(new PrivacyNoticeAccepted(account, "2026-11", clock.instant()));
        append(new PhoneConfirmed(account, clock.instant()));
        return account;
    }

    private AccountId verified(Industry industry, EnterpriseSize size, String district) {
        AccountId account = registered(industry, size, district);
        append(new EnterpriseVerified(account, clock.instant()));
        return account;
    }

    private Api.As enterprise() {
        return api.as("enterprise@" + factory);
    }

    /** Other tests publish, too. */
    private List<JsonNode> mine() {
        return look(enterprise(), POLICIES + "/mine?limit=100")
                .get("items")
                .valueStream()
                .filter(item -> item.get("title").stringValue().endsWith(mark))
                .toList();
    }

    private JsonNode pushed(String policy) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> mine().stream()
                                .filter(item -> item.get("id").stringValue().equals(policy))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void a_policy_is_published_explained_found_superseded_and_withdrawn_and_its_history_tells_all_of_it() {
        String first = publish("稳岗补贴办法");
        must(first, "interpret", "{'title':'怎样申领','text':'先办理就业登记。'}");
        must(first, "tag", "{'tags':{'sizes':['SMALL'],'topics':['财政补贴']}}");
        String second = publish("新的办法", "{}", TODAY.plusDays(30), null);
        must(first, "supersede", "{'by':'" + second + "'}");
        String last = publish("最新办法", "{}", TODAY.plusDays(60), null);
        must(second, "supersede", "{'by':'" + last + "'}");

        JsonNode shown = look(PUBLIC + "/" + first);
        assertThat(shown.at("/status/code").stringValue()).isEqualTo("superseded");
        assertThat(shown.at("/interpretations/0/title").stringValue()).isEqualTo("怎样申领");
        assertThat(shown.at("/successors").valueStream().map(one -> one.get("id")
                        .stringValue()))
                .containsExactly(second, last);
        assertThat(shown.at("/version").asInt()).isEqualTo(3);
        assertThat(look(PUBLIC + "/" + last).at("/predecessors").valueStream().map(one -> one.get("id")
                        .stringValue()))
                .containsExactly(second, first);
        assertThat(ids("")).containsExactly(last, second, first);
        must(last, "withdraw", "{'reason':'依据已废止'}");
        assertThat(ids("")).as("what is withdrawn is on no list").containsExactly(second, first);
        assertThat(ids("&status=withdrawn")).containsExactly(last);
        JsonNode withdrawn = look(PUBLIC + "/" + last);
        assertThat(withdrawn.get("withdrawnBecause").stringValue()).isEqualTo("依据已废止");
        assertThat(look(PUBLIC + "/" + first + "/history").get("history").valueStream())
                .extracting(one -> one.get("eventText").stringValue())
                .containsExactly("政策发布", "政策解读", "政策标签", "政策替代");
    }

    @Test
    void the_library_is_filtered_sorted_counted_and_searched() {
        String small = publish("融资担保", "{'sizes':['SMALL'],'districts':['445224']}", TODAY.minusDays(3), TODAY);
        String all = publish("出口保险", "{}", TODAY.minusDays(1), null);
        String inns = publish("餐饮补助", "{'industries':['HOSPITALITY'],'topics':['财政补贴']}", TODAY.plusDays(1), null);

        assertThat(ids("&sort=-publishedAt")).containsExactly(inns, all, small);
        assertThat(ids("&sort=-validFrom")).containsExactly(inns, all, small);
        assertThat(ids("&size=LARGE&sort=-publishedAt")).containsExactly(inns, all);
        assertThat(ids("&industry=MANUFACTURING&district=445224&sort=-publishedAt"))
                .containsExactly(all, small);
        assertThat(ids("&topic=财政补贴&status=upcoming")).containsExactly(inns);
        assertThat(ids("&agency=" + TOWN + "&status=valid,upcoming")).hasSize(3);
        assertThat(ids("&agency=" + OTHER)).isEmpty();
        JsonNode counted = look(PUBLIC + "?q=" + mark + "&facets=status,industry,size&total=exact&limit=1");
        assertThat(counted.get("total").asInt()).isEqualTo(3);
        assertThat(counted.at("/facets/status").toString()).isEqualTo("{\"upcoming\":1,\"valid\":2}");
        assertThat(counted.at("/facets/industry").toString()).isEqualTo("{\"HOSPITALITY\":1,\"all\":2}");
        assertThat(look(PUBLIC + "?q=" + mark + "&limit=1&cursor="
                                + counted.get("next").stringValue())
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(look(PUBLIC + "?q=融资担保%20" + mark).at("/items/0/titleHtml").stringValue())
                .isEqualTo("<em>融资担保" + mark + "</em>");

        Answer list = api.anyone().get(PUBLIC + "?q=" + mark);
        assertThat(list.header("Petition-Position")).matches("\\d+");
        assertThat(api.anyone()
                        .get(PUBLIC + "?q=" + mark, "If-None-Match", list.header("ETag"))
                        .status())
                .isEqualTo(304);
        for (String bad : List.of(
                "colour=red",
                "industry=C",
                "size=HUGE",
                "district=445299",
                "topic=航天",
                "agency=x",
                "status=old",
                "sort=title",
                "sort=relevance",
                "facets=colour",
                "cursor=x",
                "limit=0")) {
            Answer refused = api.anyone().get(PUBLIC + "?" + bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo(bad.split("=")[0]);
        }
        assertThat(api.anyone().get(PUBLIC + "/x").status()).isEqualTo(400);
        for (String path : List.of("", "/history", "/questions")) {
            assertThat(api.anyone().get(PUBLIC + "/POL-445200" + path).problem())
                    .as("a policy of deadlines is none for enterprises")
                    .isEqualTo("policy-not-found");
        }
    }

    @Test
    void the_status_follows_the_day_and_no_answer_of_yesterday_is_kept() {
        String id = publish("短期补贴", "{}", TODAY.plusDays(1), TODAY.plusDays(2));
        String path = PUBLIC + "/" + id;
        assertThat(look(path).at("/status/text").stringValue()).isEqualTo("即将施行");
        String tag = api.anyone().get(path).header("ETag");
        clock.forward = Duration.ofDays(1);
        assertThat(api.anyone().get(path, "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(look(path).at("/status/text").stringValue()).isEqualTo("有效");
        assertThat(ids("&status=valid")).containsExactly(id);
        clock.forward = Duration.ofDays(3);
        assertThat(look(path).at("/status/text").stringValue()).isEqualTo("已失效");
        assertThat(ids("&status=valid")).isEmpty();
        assertThat(ids("&status=expired")).containsExactly(id);
    }

    private void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void what_can_not_be_is_refused() {
        refused(
                api.as(OFFICER).post(POLICIES, policy("稳岗", "{}", TODAY, TODAY.minusDays(1))),
                422,
                "a-validity-does-not-end-before-it-begins");
        refused(
                api.as(OFFICER)
                        .post(
                                POLICIES,
                                policy("稳岗", "{}", TODAY, null)
                                        .replace("'agency'", "'issuer'")
                                        .replace("'title'", "'agency':'" + TOWN + "','title'")),
                422,
                "a-policy-names-its-issuer");
        Answer tags =
                api.as(OFFICER).post(POLICIES, policy("稳岗", "{'districts':['445299'],'topics':['航天']}", TODAY, null));
        assertThat(tags.status()).isEqualTo(400);
        assertThat(tags.json().get("errors").valueStream().map(one -> one.get("pointer")
                        .stringValue()))
                .containsExactly("/tags/districts", "/tags/topics");
        Answer wrong = api.as(OFFICER)
                .post(POLICIES, policy("稳岗", "{'sizes':['HUGE']}", TODAY, null).replace("'title'", "'name'"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").valueStream().map(one -> one.get("pointer")
                        .stringValue()))
                .containsExactlyInAnyOrder("/name", "/title", "/tags/sizes/0");

        String a = publish("甲");
        String b = publish("乙");
        String c = publish("丙");
        refused(act(OFFICER, a, "supersede", "{'by':'" + a + "'}"), 422, "a-policy-does-not-supersede-itself");
        refused(act(OFFICER, a, "supersede", "{'by':'POL-x'}"), 422, "policy-is-in-the-library");
        must(a, "supersede", "{'by':'" + b + "'}");
        must(b, "supersede", "{'by':'" + c + "'}");
        refused(act(OFFICER, c, "supersede", "{'by':'" + a + "'}"), 422, "a-successor-comes-after");
        Answer again = act(OFFICER, a, "tag", "{'tags':{}}");
        refused(again, 409, "not-in-this-state");
        assertThat(again.json().get("allowedCommands").toString()).isEqualTo("[\"withdraw\"]");

        refused(act(OFFICER, "POL-445200", "withdraw", "{'reason':'x'}"), 404, "policy-not-found");
        refused(act(OFFICER, c, "burn", "{}"), 404, "unknown-command");
        assertThat(api.as(OFFICER)
                        .post(POLICIES + "/" + c + "/withdraw", "{'reason':'x'}")
                        .status())
                .isEqualTo(428);
        assertThat(api.as(OFFICER)
                        .post(POLICIES + "/" + c + "/withdraw", "{'reason':'x'}", "If-Match", "\"7\"")
                        .problem())
                .isEqualTo("stale-version");
    }

    @Test
    void the_bureau_and_the_leader_of_the_issuing_agency_keep_a_policy_and_a_request_is_done_once() {
        String body = policy("稳岗" + mark, "{}", TODAY, null);
        String key = UUID.randomUUID().toString();
        String leader = "agency-leader@" + TOWN;
        Answer first = api.as(leader).post(POLICIES, body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(api.as(leader).post(POLICIES, body, "Idempotency-Key", key).json())
                .isEqualTo(first.json());
        refused(
                api.as(leader).post(POLICIES, body.replace("稳岗", "降本"), "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
        String id = first.json().get("id").stringValue();
        refused(
                act("agency-leader@" + OTHER, id, "withdraw", "{'reason':'x'}"),
                403,
                "an-agency-keeps-its-own-policies");
        refused(act("agency-handler@" + TOWN, id, "withdraw", "{'reason':'x'}"), 403, "role-may-not");
        assertThat(act("bureau-leader", id, "interpret", "{'title':'问答','text':'详见正文。'}")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        refused(api.as("citizen@alice").post(POLICIES, body), 403, "role-may-not");
        assertThat(api.anyone().post(POLICIES, body).status()).isEqualTo(401);
    }

    @Test
    void a_verified_enterprise_is_brought_what_fits_its_profile_once_with_the_reason_and_is_told(
            CapturedOutput output) {
        String before = publish("制造业", "{'industries':['MANUFACTURING'],'districts':['445200']}", TODAY, null);
        verified(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224");
        JsonNode item = pushed(before);
        assertThat(item.get("why").stringValue()).isEqualTo("PROFILE");
        assertThat(item.get("whyText").stringValue()).isEqualTo("企业的行业、规模和所在地");
        assertThat(item.get("fitted").toString())
                .isEqualTo(
                        "{\"industries\":[\"MANUFACTURING\"],\"sizes\":[],\"districts\":[\"445200\"],\"topics\":[]}");

        String large = publish("大型企业", "{'sizes':['LARGE']}", TODAY, null);
        String later = publish("小型企业", "{'sizes':['SMALL']}", TODAY, null);
        pushed(later);
        must(large, "tag", "{'tags':{'sizes':['LARGE','SMALL']}}");
        pushed(large);
        must(later, "tag", "{'tags':{'sizes':['SMALL','MICRO']}}");
        String last = publish("微型和小型", "{'sizes':['SMALL']}", TODAY, null);
        pushed(last);
        assertThat(mine())
                .extracting(one -> one.get("id").stringValue())
                .as("new first, once each")
                .containsExactly(last, large, later, before);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> output.getOut().contains("ENTERPRISE:ACC-" + factory + ": 政策 " + last));

        Answer page = enterprise().get(POLICIES + "/mine?limit=1");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        assertThat(enterprise()
                        .get(POLICIES + "/mine?limit=1", "If-None-Match", page.header("ETag"))
                        .status())
                .isEqualTo(304);
        JsonNode second = look(
                enterprise(),
                POLICIES + "/mine?limit=1&cursor=" + page.json().get("next").stringValue());
        assertThat(second.at("/items/0/id").stringValue()).isEqualTo(large);
        assertThat(look(
                                enterprise(),
                                POLICIES + "/mine?limit=1&cursor="
                                        + second.get("prev").stringValue())
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(last);
        refused(api.as("citizen@alice").get(POLICIES + "/mine"), 403, "role-may-not");
    }

    @Test
    void an_enterprise_subscribes_before_it_is_verified_and_hears_of_another_profile_too() {
        refused(enterprise().post(SUBSCRIPTION, "{'tags':{}}"), 422, "only-a-registered-enterprise-subscribes");
        AccountId account = registered(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224");
        refused(enterprise().post(SUBSCRIPTION + "/end", ""), 422, "there-is-a-subscription");
        String inns = publish("餐饮", "{'industries':['HOSPITALITY'],'topics':['财政补贴']}", TODAY, null);
        Answer subscribed =
                enterprise().post(SUBSCRIPTION, "{'tags':{'topics':['财政补贴'],'industries':['HOSPITALITY']}}");
        assertThat(subscribed.status()).as(subscribed.text()).isEqualTo(200);
        assertThat(pushed(inns).get("why").stringValue()).isEqualTo("SUBSCRIPTION");
        assertThat(look(enterprise(), SUBSCRIPTION).at("/tags/topics/0").stringValue())
                .isEqualTo("财政补贴");
        assertThat(enterprise().post(SUBSCRIPTION, "{'tags':{'topics':['航天']}}").status())
                .isEqualTo(400);
        refused(api.as("citizen@alice").post(SUBSCRIPTION, "{'tags':{}}"), 403, "role-may-not");

        assertThat(enterprise()
                        .post(SUBSCRIPTION + "/end", "")
                        .json()
                        .get("tags")
                        .isNull())
                .isTrue();
        String factories = publish("制造", "{'industries':['MANUFACTURING']}", TODAY, null);
        String more = publish("餐饮二", "{'industries':['HOSPITALITY']}", TODAY, null);
        append(new EnterpriseVerified(account, clock.instant()));
        pushed(factories);
        append(new EnterpriseProfileChanged(
                account, Industry.HOSPITALITY, EnterpriseSize.SMALL, "445224", clock.instant()));
        pushed(more);
        assertThat(mine()).hasSize(3);
    }

    @Test
    void what_is_withdrawn_or_over_is_brought_to_nobody() {
        String over = publish("过期", "{}", TODAY.minusDays(9), TODAY.minusDays(1));
        String gone = publish("撤回", "{}", TODAY, null);
        must(gone, "withdraw", "{'reason':'误发'}");
        String stands = publish("在行", "{}", TODAY, null);
        verified(Industry.TRADE, EnterpriseSize.MICRO, "445281");
        pushed(stands);
        assertThat(mine()).extracting(one -> one.get("id").stringValue()).doesNotContain(over, gone);
    }

    @Test
    void when_the_log_is_looked_at_again_nobody_is_brought_anything_twice() {
        verified(Industry.TRADE, EnterpriseSize.MICRO, "445281");
        pushed(publish("在行"));
        String superseded = publish("旧");
        pushed(superseded);
        must(superseded, "supersede", "{'by':'" + publish("新") + "'}");
        await().atMost(Duration.ofSeconds(10)).until(() -> mine().size() == 3);

        TrackingEventProcessor reactions = processing
                .eventProcessor("policy-reactions", TrackingEventProcessor.class)
                .orElseThrow();
        long before = door.position();
        reactions.shutDown();
        reactions.resetTokens();
        reactions.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> reactions.processingStatus().values().stream()
                .anyMatch(status -> status.getCurrentPosition().orElse(0) >= before));

        assertThat(mine()).hasSize(3);
        assertThat(door.position()).isEqualTo(before);
    }

    private Answer ask(String policy) {
        return enterprise()
                .post(
                        "/api/petitions",
                        "{'section':'POLICY_INQUIRY','board':'MUNICIPAL_LEADER','type':'CONSULTATION','domain':'企业',"
                                + "'district':'445200','visibilityWish':'PUBLIC','title':'稳岗补贴如何申领','body':'需要哪些材料?'"
                                + (policy == null ? "" : ",'policy':'" + policy + "'") + "}");
    }

    private String why(Answer refused) {
        refused(refused, 422, "an-inquiry-is-about-a-policy-that-stands");
        return refused.json().get("detail").stringValue();
    }

    @Test
    void an_inquiry_runs_on_the_petitions_road_and_its_public_answer_stands_under_the_policy() {
        verified(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224");
        String id = publish("稳岗");
        Answer posted = ask(id);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        PetitionId petition = new PetitionId(posted.json().get("id").stringValue());
        String path = PUBLIC + "/" + id + "/questions";
        PetitionLog log = new PetitionLog(eventStore, petition);
        Instant at = clock.instant();
        log.append(new PetitionAccepted(
                petition,
                PetitionType.CONSULTATION,
                "企业",
                PetitionClass.CLAIM,
                LimitClass.C3,
                Urgency.NORMAL,
                null,
                at));
        log.dispatch(petition, TOWN);
        log.append(new PetitionPublished(petition, "稳岗补贴怎样申领", "需要哪些材料?", at));
        assertThat(look(path).get("items")).as("a question without an answer").isEmpty();
        log.append(new PublicReplyPublished(petition, "凭社保缴费记录申领。", at));

        JsonNode question = look(path).at("/items/0");
        assertThat(question.get("id").stringValue()).isEqualTo(petition.value());
        assertThat(question.get("title").stringValue()).isEqualTo("稳岗补贴怎样申领");
        assertThat(question.get("answer").stringValue()).isEqualTo("凭社保缴费记录申领。");
        assertThat(question.at("/agency/code").stringValue()).isEqualTo(TOWN);
        assertThat(look(PUBLIC + "/" + id).get("questions").asInt()).isEqualTo(1);
        assertThat(look(PUBLIC + "/" + publish("另一项") + "/questions").get("items"))
                .isEmpty();
    }

    @Test
    void one_asks_only_about_a_policy_that_stands_and_each_refusal_says_why() {
        verified(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224");
        refused(ask(null), 422, "an-inquiry-names-its-policy");
        refused(ask("POL-none"), 422, "policy-is-in-the-library");
        assertThat(ask("nonsense").status()).isEqualTo(400);
        String withdrawn = publish("撤回");
        must(withdrawn, "withdraw", "{'reason':'误发'}");
        assertThat(why(ask(withdrawn))).isEqualTo("该政策已撤回,不能再咨询。");
        String old = publish("旧");
        String fresh = publish("新");
        must(old, "supersede", "{'by':'" + fresh + "'}");
        assertThat(why(ask(old))).isEqualTo("该政策已被 " + fresh + " 替代,请咨询新政策。");
        String over = publish("过期", "{}", TODAY.minusDays(9), TODAY.minusDays(1));
        assertThat(why(ask(over))).startsWith("该政策有效期至 " + TODAY.minusDays(1));
        assertThat(ask(publish("将来", "{}", TODAY.plusDays(9), null)).status()).isEqualTo(201);
    }

    @Test
    void everyone_who_listens_hears_of_policies() throws IOException {
        try (EventStream stream = api.anyone().listen("/api/public/stream")) {
            String id = publish("稳岗");
            String successor = publish("新稳岗");
            must(id, "tag", "{'tags':{'sizes':['SMALL']}}");
            must(id, "supersede", "{'by':'" + successor + "'}");
            Answer withdrawn = must(successor, "withdraw", "{'reason':'误发'}");

            Event event = stream.next();
            assertThat(event.kind()).isEqualTo("PolicyPublished");
            assertThat(event.data().get("policy").stringValue()).isEqualTo(id);
            assertThat(event.data().get("title").stringValue()).isEqualTo("稳岗" + mark);
            assertThat(stream.next().kind()).isEqualTo("PolicyPublished");
            event = stream.next();
            assertThat(event.kind()).isEqualTo("PolicySuperseded");
            assertThat(event.data().get("supersededBy").stringValue()).isEqualTo(successor);
            event = stream.next();
            assertThat(event.kind()).isEqualTo("PolicyWithdrawn");
            assertThat("" + event.id()).isEqualTo(withdrawn.header("Petition-Position"));
        }
    }
}
