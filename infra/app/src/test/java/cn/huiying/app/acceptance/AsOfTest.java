package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.command.account.AccountSettings;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.petition.due.SweepingDueMoments;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** A month of petitions under a clock that is set by hand: what is told afterwards of a moment is what was told then. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AsOfTest {

    private static final Instant BEGINNING = Instant.parse("2026-12-01T01:00:00Z");
    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";

    /** What happened by then, what the clock showed, and what was answered, by path. */
    private record Sample(long position, Instant instant, Map<String, String> answers) {}

    /** What can be tried in a state: who, the command, and what it says. */
    private record Try(String client, String command, String body) {}

    private static final String REPLY =
            "{'outcome':'SUPPORTED','text':'您好,养鸭场已整改。','legalBasis':'《畜禽规模养殖污染防治条例》','evidence':'现场照片'}";

    private static final Map<String, List<Try>> TRIES = Map.of(
            "PENDING_REVIEW",
            List.of(
                    new Try(
                            "intake-officer",
                            "accept",
                            "{'petitionClass':'CLAIM','limitClass':'C7','urgency':'NORMAL'}"),
                    new Try(
                            "intake-officer",
                            "accept",
                            "{'petitionClass':'CLAIM','limitClass':'C3','urgency':'NORMAL'}"),
                    new Try("intake-officer", "request-correction", "{'reason':'请写明具体地点。'}"),
                    new Try("intake-officer", "redirect", "{'target':'ARBITRATION','text':'请申请仲裁。'}")),
            "AWAITING_CORRECTION",
            List.of(new Try("citizen", "correct", "{'claim':'村口第三根灯杆旁的养鸭场臭气很大。'}")),
            "ACCEPTED",
            List.of(
                    new Try("intake-officer", "dispatch", "{'agency':'" + TOWN + "','note':'请核实'}"),
                    new Try("intake-officer", "dispatch", "{'agency':'" + OTHER + "'}")),
            "DISPATCHED",
            List.of(
                    new Try("agency-handler@" + TOWN, "sign", "{}"),
                    new Try("agency-handler@" + OTHER, "sign", "{}"),
                    new Try("agency-leader@" + TOWN, "request-return", "{'reason':'不属本单位职责。'}"),
                    new Try("intake-officer", "decide-return", "{'granted':true,'reason':'情况属实。'}")),
            "HANDLING",
            List.of(
                    new Try(
                            "agency-handler@" + TOWN,
                            "log-contact",
                            "{'channel':'PHONE','reached':true,'note':'已与群众通话'}"),
                    new Try("agency-leader@" + TOWN, "request-extension", "{'amount':2,'reason':'设备需要订制。'}"),
                    new Try("intake-officer", "decide-extension", "{'granted':true,'reason':'设备需要订制。'}"),
                    new Try("intake-officer", "publish", "{'title':'养鸭场臭气扰民','body':'村口养鸭场臭气很大。'}"),
                    new Try("agency-handler@" + TOWN, "submit-reply", REPLY),
                    new Try("agency-handler@" + OTHER, "submit-reply", REPLY)),
            "REPLY_IN_REVIEW",
            List.of(
                    new Try("agency-leader@" + TOWN, "approve-reply", "{}"),
                    new Try("agency-leader@" + OTHER, "approve-reply", "{}"),
                    new Try("agency-leader@" + TOWN, "return-reply", "{'reason':'请补充完工时间。'}"),
                    new Try("intake-officer", "confirm-reply", "{}")),
            "RESOLVED",
            List.of(
                    new Try("intake-officer", "publish", "{'title':'养鸭场臭气已经整改','body':'养鸭场臭气。'}"),
                    new Try("intake-officer", "publish-reply", "{'text':'您好,养鸭场已整改。'}"),
                    new Try("citizen", "evaluate", "{'solved':5,'manner':5,'speed':4}"),
                    new Try("citizen", "evaluate", "{'solved':1,'manner':1,'speed':1}")),
            "CLOSED",
            List.of(
                    new Try("intake-officer", "take-down", "{'reason':'留言人申请撤下。'}"),
                    new Try("supervisor", "reopen", "{'reason':'现场核查仍未解决。'}")));

    @TempDir
    static Path folder;

    private static volatile Instant now = BEGINNING;
    private static ConfigurableApplicationContext context;
    private static Api api;
    private static final Map<String, String> AUTHORS = new LinkedHashMap<>();
    private static final List<Sample> SAMPLES = new ArrayList<>();

    /** What is recorded bears the moment that the clock shows. */
    private static final class SetClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static void start() {
        context = new SpringApplicationBuilder(HuiyingApplication.class)
                .initializers((GenericApplicationContext starting) -> starting.registerBean(
                        "setClock", InstantSource.class, SetClock::new, definition -> definition.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--huiying.data=" + folder,
                        "--huiying.sweep-every=PT1000H",
                        "--huiying.web.account.requests=1000000",
                        "--huiying.web.address.requests=1000000",
                        "--logging.level.root=warn");
        api = Api.held(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @BeforeAll
    static void live_through_a_month() {
        GenericEventMessage.clock = new SetClock();
        start();
        until_quiet();
        agency(TOWN, "葵潭镇人民政府");
        agency(OTHER, "惠来县住建局");
        for (String citizen : List.of("alice", "bob", "carol")) {
            register(citizen);
        }
        RandomGenerator chance = new SplittableRandom(20_261_201);
        List<String> petitions = new ArrayList<>();
        Map<String, String> states = new LinkedHashMap<>();
        for (int day = 0; day < 30; day++) {
            for (int step = 0; step < 12; step++) {
                now = now.plusSeconds(3_600 + chance.nextInt(3_600));
                if (petitions.size() < 8 || chance.nextInt(8) == 0) {
                    post(chance, petitions, states);
                }
                String petition = petitions.get(chance.nextInt(petitions.size()));
                act(petition, states, chance);
            }
            if (day == 15) {
                agency(OTHER, "惠来县住房和城乡建设局");
            }
            sweep();
            if (day % 3 == 2) {
                // The last event is of this very moment: what is told of its position is told at it.
                post(chance, petitions, states);
                sample(chance, petitions);
            }
        }
        now = now.plus(Duration.ofDays(3));
        sweep();
        post(chance, petitions, states);
    }

    @AfterAll
    static void stop() {
        context.close();
        GenericEventMessage.clock = Clock.systemUTC();
    }

    private static void until_quiet() {
        ReadPositions positions = context.getBean(ReadPositions.class);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .during(Duration.ofMillis(300))
                .until(() -> positions.head() > 0
                        && positions.all().size() == 19
                        && positions.all().values().stream().allMatch(reached -> reached == positions.head()));
    }

    private static void agency(String code, String name) {
        AgencyEntry entry =
                new AgencyEntry(code, name, AgencyLevel.COUNTY, "445224", null, AgencyKind.DEPARTMENT, List.of());
        context.getBean(CommandDoor.class)
                .send(new RegisterAgency(AgencyId.of(code), entry, now), Actor.SYSTEM, Map.of());
    }

    private static void register(String citizen) {
        CommandDoor door = context.getBean(CommandDoor.class);
        Actor actor = new Actor(citizen, Role.CITIZEN, null, null);
        AccountId account = AccountId.ofSubject(citizen);
        String notice = context.getBean(AccountSettings.class).noticeVersion();
        Vault vault = context.getBean(Vault.class);
        Sealed name = vault.seal(account.value(), "CitizenRegistered.name", "陈大文");
        Sealed phone = vault.seal(account.value(), "CitizenRegistered.phone", "19900001234");
        door.send(new RegisterCitizen(account, now, name, phone, notice), actor, Map.of());
        door.send(new IssuePhoneCode(account, now, "code", now.plusSeconds(60)), actor, Map.of());
        door.send(new ConfirmPhone(account, now, "code"), actor, Map.of());
    }

    private static void post(RandomGenerator chance, List<String> petitions, Map<String, String> states) {
        String author = List.of("alice", "bob", "carol").get(chance.nextInt(3));
        Answer posted = api.as("citizen@" + author)
                .post(
                        "/api/petitions",
                        "{'section':'MASS_MESSAGE','board':'COUNTY_LEADER','type':'COMPLAINT','domain':'环保',"
                                + "'district':'445224','visibilityWish':'PUBLIC','title':'养鸭场臭气扰民第"
                                + petitions.size() + "次','claim':'村口养鸭场臭气很大。','place':'葵潭镇村口'}");
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        String id = posted.json().get("id").stringValue();
        petitions.add(id);
        states.put(id, "PENDING_REVIEW");
        AUTHORS.put(id, author);
    }

    /** What is refused changes nothing. */
    private static void act(String petition, Map<String, String> states, RandomGenerator chance) {
        List<Try> tries = TRIES.getOrDefault(states.get(petition), List.of());
        for (int attempt = 0; attempt < 4 && !tries.isEmpty(); attempt++) {
            Try one = tries.get(chance.nextInt(tries.size()));
            String client = one.client().equals("citizen") ? "citizen@" + AUTHORS.get(petition) : one.client();
            Answer answer = api.as(client)
                    .post("/api/petitions/" + petition + "/" + one.command(), one.body(), "If-Match", "*");
            if (answer.status() == 200) {
                states.put(petition, answer.json().get("state").stringValue());
                return;
            }
        }
    }

    private static void sweep() {
        until_quiet();
        while (context.getBean(SweepingDueMoments.class).sweep() > 0) {
            until_quiet();
        }
    }

    private static void sample(RandomGenerator chance, List<String> petitions) {
        until_quiet();
        Map<String, String> answers = new LinkedHashMap<>();
        String shown = null;
        for (String path : List.of(
                "/api/petitions/" + petitions.get(chance.nextInt(petitions.size())),
                "/api/petitions/" + petitions.get(chance.nextInt(petitions.size())),
                "/api/petitions/" + petitions.getLast(),
                "/api/public/petitions?limit=10&total=exact&facets=agency,domain,type,status,district",
                "/api/public/petitions?q=" + encoded("臭气") + "&limit=5&total=exact",
                "/api/public/petitions?sort=-resolvedAt&domain=" + encoded("环保") + "&fields=id,agency,rating",
                "/api/public/statistics",
                "/api/intake?limit=10&total=exact",
                "/api/intake?bucket=overdue&sort=dueAt",
                "/api/agencies/" + TOWN + "/queue?limit=5&sort=dueAt&total=exact",
                "/api/agencies/" + OTHER + "/queue",
                "/api/supervision/board?overdue=20",
                "/api/supervision/statistics?by=agency",
                "/api/supervision/statistics?period=2026-12&by=day&compare=periodOnPeriod")) {
            String text = ok(path).text();
            answers.put(path, text);
            if (path.startsWith("/api/public/petitions?limit")) {
                shown = ok(path).json().at("/items/0/id").asString(null);
            }
        }
        if (shown != null) {
            String path = "/api/public/petitions/" + shown;
            answers.put(path, ok(path).text());
        }
        ReadPositions positions = context.getBean(ReadPositions.class);
        SAMPLES.add(new Sample(positions.head(), now, answers));
    }

    private static Answer ok(String path) {
        Answer answer = api.as("supervisor").get(path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String with(String path, Object asOf) {
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + encoded("" + asOf);
    }

    private static void compare(Sample sample, Object asOf) {
        sample.answers().forEach((path, said) -> {
            Answer again = ok(with(path, asOf));
            assertThat(again.text()).as(path + " as of " + asOf).isEqualTo(said);
            assertThat(again.header("Petition-Position")).isEqualTo("" + sample.position());
        });
    }

    @Test
    @Order(1)
    void what_was_answered_then_is_answered_again_byte_for_byte() {
        assertThat(SAMPLES).hasSize(10);
        for (String path : SAMPLES.getLast().answers().keySet()) {
            assertThat(SAMPLES.stream()
                            .map(sample -> sample.answers().getOrDefault(path, ""))
                            .distinct())
                    .as(path + " changes in a month")
                    .hasSizeGreaterThan(1);
        }
        for (Sample sample : SAMPLES) {
            compare(sample, sample.position());
            compare(sample, sample.instant());
        }
        Sample one = SAMPLES.get(4);
        compare(one, one.instant().atOffset(ZoneOffset.ofHours(8)));
        compare(one, one.instant().atOffset(ZoneOffset.ofHoursMinutes(-9, -30)));
        // Until the next event nothing has happened.
        compare(one, one.instant().plusMillis(1).atOffset(ZoneOffset.ofHours(8)));
    }

    @Test
    @Order(2)
    void the_past_is_the_same_after_a_restart() {
        context.close();
        start();
        until_quiet();
        compare(SAMPLES.get(2), SAMPLES.get(2).position());
        compare(SAMPLES.get(7), SAMPLES.get(7).instant());
    }

    @Test
    void pages_are_turned_in_the_same_moment() {
        Sample sample = SAMPLES.get(8);
        for (String path : List.of(
                "/api/public/petitions?limit=2", "/api/intake?limit=2", "/api/agencies/" + TOWN + "/queue?limit=2")) {
            List<String> read = new ArrayList<>();
            String next = with(path, sample.position());
            while (next != null) {
                Answer page = ok(next);
                page.json().get("items").forEach(item -> read.add(item.get("id").stringValue()));
                assertThat(page.header("Petition-Position")).isEqualTo("" + sample.position());
                String link = page.header("Link");
                Matcher more = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(link == null ? "" : link);
                next = more.find() ? more.group(1) : null;
            }
            Answer whole = ok(with(path.replace("limit=2", "limit=100"), sample.position()));
            assertThat(read)
                    .as(path)
                    .containsExactlyElementsOf(whole.json()
                            .get("items")
                            .valueStream()
                            .map(item -> item.get("id").stringValue())
                            .toList())
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void what_is_the_same_for_ever_is_not_sent_again() {
        for (String path : SAMPLES.getFirst().answers().keySet()) {
            String asked = with(path, SAMPLES.getFirst().position());
            Answer first = ok(asked);
            Answer again = api.as("supervisor").get(asked, "If-None-Match", first.header("ETag"));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(first.header("Cache-Control")).as(path).doesNotContain("public");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "999999999",
                "99999999999999999999",
                "1.5",
                "",
                "yesterday",
                "2026-12-10",
                "2026-12-10T00:00:00",
                "2026-12-10T00:00:00+08:00[Asia/Shanghai]",
                "2020-01-01T00:00:00Z",
                "2099-01-01T00:00:00+08:00"
            })
    void what_is_no_moment_of_the_log_is_refused_with_what_is_allowed(String asOf) {
        for (String path : SAMPLES.getFirst().answers().keySet()) {
            Answer refused = api.as("supervisor").get(with(path, asOf), "Accept-Language", "en");
            assertThat(refused.status()).as(path + " as of " + asOf).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("invalid-input");
            assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo("asOf");
            assertThat(refused.json().at("/errors/0/message").stringValue()).contains("position", "moment");
        }
    }

    @Test
    void a_plus_that_was_not_encoded_is_understood_and_two_moments_are_not() {
        String moment = "2026-12-10T08:00:00+08:00";
        assertThat(ok("/api/supervision/board?asOf=" + moment).text())
                .isEqualTo(ok(with("/api/supervision/board", moment)).text());
        assertThat(api.as("supervisor").get("/api/intake?asOf=3&asOf=4").status())
                .isEqualTo(400);
        assertThat(api.as("supervisor").get("/api/public/suggestions?asOf=3").status())
                .as("a door that tells of the present only")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "citizen@alice",
                "enterprise@some",
                "intake-officer",
                "county-officer@445224",
                "agency-handler@445224-114",
                "agency-leader@445224-114",
                "city-leader",
                "media",
                "sys-admin"
            })
    void nobody_else_looks_back(String client) {
        for (String path : SAMPLES.getFirst().answers().keySet()) {
            Answer refused = api.as(client).get(with(path, 5));
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("role-may-not");
        }
        assertThat(api.anyone().get("/api/public/petitions?asOf=5").status()).isEqualTo(403);
        assertThat(api.anyone().get("/api/public/statistics?asOf=5").status()).isEqualTo(403);
        assertThat(api.anyone().get("/api/intake?asOf=5").status()).isEqualTo(401);
    }

    @Test
    void auditors_and_the_bureaus_leader_see_what_supervisors_see_then_and_now() {
        Sample sample = SAMPLES.get(5);
        for (String client : List.of("auditor", "bureau-leader")) {
            sample.answers().forEach((path, said) -> {
                assertThat(api.as(client).get(with(path, sample.position())).text())
                        .as(path + " for " + client)
                        .isEqualTo(said);
                assertThat(api.as(client).get(path).text())
                        .as(path + " now for " + client)
                        .isEqualTo(api.as("supervisor").get(path).text());
            });
        }
    }

    @Test
    void a_petition_that_was_not_there_yet_is_not_found() {
        String latest = AUTHORS.keySet().stream().reduce((one, other) -> other).orElseThrow();
        Answer none = api.as("auditor")
                .get(with("/api/petitions/" + latest, SAMPLES.getFirst().position()));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.problem()).isEqualTo("petition-not-found");
    }

    @Test
    void the_timeline_tells_every_event_every_limit_and_who_had_it_in_hand() {
        for (String petition : AUTHORS.keySet()) {
            Answer answer = api.as("auditor").get("/api/audit/petitions/" + petition + "/timeline");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode timeline = answer.json();
            JsonNode file = ok("/api/petitions/" + petition).json();
            assertThat(timeline.get("steps").size())
                    .isEqualTo(file.get("version").intValue() + 1);
            assertThat(timeline.get("steps").valueStream().map(step -> step.get("event")
                            .stringValue()))
                    .containsExactlyElementsOf(file.get("history")
                            .valueStream()
                            .map(entry -> entry.get("event").stringValue())
                            .toList());
            assertThat(answer.text()).doesNotContain("陈大文", "陈***", AUTHORS.get(petition), "养鸭场臭气扰民第");
            for (String language : List.of("zh-CN", "en")) {
                Answer page = api.as("auditor")
                        .get(
                                "/api/audit/petitions/" + petition + "/timeline",
                                "Accept",
                                "text/plain",
                                "Accept-Language",
                                language);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
                assertThat(page.text())
                        .contains(file.get("number").stringValue())
                        .contains(language.equals("en") ? "Who had it in hand" : "由谁办理");
            }
        }
    }

    @Test
    void timelines_are_for_those_who_check_on_others() {
        String path = "/api/audit/petitions/" + AUTHORS.keySet().iterator().next() + "/timeline";
        for (String client : List.of("citizen@alice", "intake-officer", "agency-leader@" + TOWN, "city-leader")) {
            assertThat(api.as(client).get(path).problem()).isEqualTo("role-may-not");
        }
        assertThat(api.anyone().get(path).status()).isEqualTo(401);
        assertThat(api.as("auditor")
                        .get("/api/audit/petitions/PET-none/timeline")
                        .problem())
                .isEqualTo("petition-not-found");
        assertThat(api.as("auditor").get("/api/audit/petitions/none/timeline").problem())
                .isEqualTo("invalid-input");
        assertThat(api.as("auditor").get(path + "?asOf=3").problem()).isEqualTo("invalid-input");
        assertThat(api.as("auditor").get(path, "Accept", "image/png").status()).isEqualTo(406);
    }
}
