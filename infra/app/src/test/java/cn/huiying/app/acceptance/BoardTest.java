package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.EventStream.Event;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The supervision board over real HTTP, on the demo data: against the queues, live, and across restarts. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardTest {

    private static final String BOARD = "/api/supervision/board";
    private static final String STREAM = BOARD + "/stream";
    private static final String TOWN = "445224-114";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;
    private static Api api;
    private static EventStore events;
    private static PetitionLog log;
    private static int petitions;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(HuiyingApplication.class)
                .run(
                        "--server.port=0",
                        "--huiying.data=" + folder,
                        "--huiying.demo=true",
                        "--huiying.sweep-every=PT1S",
                        "--huiying.live.heartbeat=500ms",
                        "--huiying.notifications.enabled=false",
                        "--logging.level.root=warn");
        api = Api.held(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        events = context.getBean(EventStore.class);
        log = new PetitionLog(events);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** Somebody who listens, as the guide for clients says. */
    private static final class Client {

        private long position;
        private final TreeMap<String, JsonNode> districts = new TreeMap<>();
        private final TreeMap<String, JsonNode> agencies = new TreeMap<>();
        private JsonNode totals;
        private JsonNode bureau;
        private JsonNode overdue;

        Client hears(Event event) {
            JsonNode data = event.data();
            if (event.kind().equals("snapshot")) {
                districts.clear();
                agencies.clear();
            }
            totals = data.get("totals");
            bureau = data.get("bureau");
            put(districts, data.get("districts"), "/district");
            put(agencies, data.get("agencies"), "/agency/code");
            overdue = data.get("overdue").isNull() ? overdue : data.get("overdue");
            position = event.id();
            return this;
        }

        private static void put(Map<String, JsonNode> rows, JsonNode changed, String key) {
            for (JsonNode row : changed) {
                boolean nothing = Stream.of("green", "yellow", "red", "ordersOpen")
                        .allMatch(count -> row.get("counts").get(count).intValue() == 0);
                String code = row.at(key).stringValue();
                if (nothing) {
                    rows.remove(code);
                } else {
                    rows.put(code, row);
                }
            }
        }

        JsonNode board() {
            ObjectNode board = JsonMapper.builder().build().createObjectNode();
            board.set("totals", totals);
            board.set("bureau", bureau);
            board.putArray("districts").addAll(districts.values());
            board.putArray("agencies").addAll(agencies.values());
            board.set("overdue", overdue);
            return board;
        }

        /** Until it has what happened up to a position; a heartbeat says so where nothing has changed. */
        void hears(EventStream stream, long upTo) {
            while (stream.lastId() < upTo) {
                stream.next(200).ifPresent(this::hears);
            }
            position = stream.lastId();
        }
    }

    /** With an agency, and with the deadlines that follow from it, none of which is near. */
    private static PetitionId inHand(PetitionClass petitionClass) {
        PetitionId id = new PetitionId("PET-board" + petitions++);
        Instant now = Instant.now();
        PetitionAccepted accepted = new PetitionAccepted(
                id, PetitionType.HELP, "环保", petitionClass, LimitClass.C7, Urgency.NORMAL, null, now);
        PetitionDispatched dispatched = new PetitionDispatched(id, TOWN, null, now.plusSeconds(86_400), now);
        log.submit(id, "alice");
        log.append(accepted);
        log.append(dispatched);
        PetitionEvent submitted =
                (PetitionEvent) events.readEvents(id.toString()).next().getPayload();
        PetitionClock.of((PetitionSubmitted) submitted)
                .evolve(accepted)
                .consequences(dispatched, new TimeRules(PolicyFiles.shipped(), WorkCalendar.shipped()))
                .forEach(log::append);
        return id;
    }

    private static PetitionId overdue(PetitionClass petitionClass) {
        PetitionId id = inHand(petitionClass);
        log.append(new RedAlertRaised(id, "D7", PetitionLog.AT));
        return id;
    }

    private static JsonNode board(String client, String query) {
        Answer answer = api.as(client).get(BOARD + query, "Petition-Min-Position", "" + log.head());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode row(JsonNode board, String code) {
        return board.get("agencies")
                .valueStream()
                .filter(row -> row.at("/agency/code").stringValue().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** First, while only commands have made what there is. */
    @Test
    @Order(1)
    void the_board_says_what_the_queues_say() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode board = board("supervisor", "?overdue=200");
            int overdue = 0;
            for (JsonNode row : board.get("agencies")) {
                String code = row.at("/agency/code").stringValue();
                // Led by it; what it only takes part in is on its leader's row.
                overdue += same(row.get("counts"), "/api/agencies/" + code + "/queue?agency=" + code);
            }
            overdue += same(
                    board.get("bureau"), "/api/intake?state=PENDING_REVIEW&state=AWAITING_CORRECTION&state=ACCEPTED");
            assertThat(board.get("overdue")).hasSize(overdue);
            assertThat(board.at("/totals/red").intValue()).isEqualTo(overdue).isPositive();
            assertThat(board.at("/totals/green").intValue()).isPositive();
        });
    }

    private static int same(JsonNode counts, String queue) {
        JsonNode page = api.as("supervisor").get(queue + "&total=exact&limit=1").json();
        int dueSoon = page.at("/counts/dueSoon").intValue();
        int overdue = page.at("/counts/overdue").intValue();
        assertThat(counts.get("yellow").intValue()).as(queue).isEqualTo(dueSoon);
        assertThat(counts.get("red").intValue()).as(queue).isEqualTo(overdue);
        assertThat(counts.get("green").intValue())
                .as(queue)
                .isEqualTo(page.get("total").intValue() - dueSoon - overdue);
        return overdue;
    }

    @Test
    void a_stream_begins_with_the_board_and_tells_within_a_second_what_changes() {
        try (EventStream stream = api.as("supervisor").listen(STREAM)) {
            Event first = stream.next();
            assertThat(first.kind()).isEqualTo("snapshot");
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
            Client client = new Client().hears(first);
            assertThat(client.board()).isEqualTo(first.data());
            PetitionId id = inHand(PetitionClass.CLAIM);
            client.hears(stream, log.head());
            long before = System.nanoTime();
            long red = log.append(new RedAlertRaised(id, "D7", PetitionLog.AT));
            client.hears(stream, red);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(client.board()).isEqualTo(board("supervisor", ""));
        }
    }

    @Test
    void a_quiet_stream_beats_and_moves_on() {
        try (EventStream stream = api.as("supervisor").listen(STREAM + "?agency=445200-001")) {
            stream.next();
            long unseen = log.submit(new PetitionId("PET-board" + petitions++), "alice");
            assertThat(stream.next(2_000)).isEmpty();
            assertThat(stream.heartbeats()).isPositive();
            assertThat(stream.lastId()).isGreaterThanOrEqualTo(unseen);
        }
    }

    /** A file that is not there is what a first kill leaves. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoever_comes_back_after_a_restart_is_told_what_has_changed(boolean kept) throws Exception {
        Client client = new Client();
        try (EventStream stream = api.as("city-leader").listen(STREAM)) {
            client.hears(stream.next());
            overdue(PetitionClass.CLAIM);
            client.hears(stream, log.head());
        }
        // Nobody listens to these.
        inHand(PetitionClass.CLAIM);
        context.close();
        assertThat(Files.exists(folder.resolve("board.json"))).isTrue();
        if (!kept) {
            Files.delete(folder.resolve("board.json"));
        }
        start();
        inHand(PetitionClass.CLAIM);
        long last = log.head();
        try (EventStream stream = api.as("city-leader").listen(STREAM, "Last-Event-ID", "" + client.position)) {
            Event first = stream.next();
            assertThat(first.kind()).isEqualTo(kept ? "snapshot" : "patch");
            client.hears(first).hears(stream, last);
            assertThat(client.board()).isEqualTo(board("city-leader", ""));
        }
        try (EventStream stream = api.as("city-leader").listen(STREAM, "Last-Event-ID", "" + last)) {
            inHand(PetitionClass.CLAIM);
            Event next = stream.next();
            assertThat(next.kind()).isEqualTo("patch");
            assertThat(next.data().get("agencies").size())
                    .as("rows that have not changed")
                    .isLessThanOrEqualTo(1);
            assertThat(next.data().get("overdue").isNull()).isTrue();
        }
    }

    @Test
    void a_position_of_nowhere_gets_the_whole_board() {
        try (EventStream stream = api.as("supervisor").listen(STREAM, "Last-Event-ID", "999999999")) {
            assertThat(stream.next().kind()).isEqualTo("snapshot");
        }
    }

    @Test
    void a_leader_sees_no_accusation_and_all_the_numbers() {
        PetitionId id = overdue(PetitionClass.ACCUSATION);
        JsonNode leaders = board("city-leader", "?overdue=200");
        JsonNode bureaus = board("bureau-leader", "?overdue=200");
        assertThat(bureaus.get("overdue").toString()).contains(id.value());
        assertThat(leaders.get("overdue").toString()).doesNotContain(id.value());
        assertThat(leaders.get("totals")).isEqualTo(bureaus.get("totals"));
    }

    @Test
    void nothing_personal_is_on_it() {
        PetitionId id = overdue(PetitionClass.CLAIM);
        JsonNode before = listed(id);
        assertThat(before.get("title").isNull()).isTrue();
        assertThat(before.toString()).doesNotContain("c2VhbGVk", "ACC-", "陈");
        log.publish(id, "夜间施工噪音扰民");
        assertThat(listed(id).get("title").stringValue()).isEqualTo("夜间施工噪音扰民");
    }

    private static int inHand(JsonNode board) {
        return Stream.of("green", "yellow", "red")
                .mapToInt(light -> board.get("totals").get(light).intValue())
                .sum();
    }

    private static JsonNode listed(PetitionId id) {
        return board("supervisor", "?overdue=200&agency=" + TOWN)
                .get("overdue")
                .valueStream()
                .filter(item -> item.get("petition").stringValue().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_county_officer_sees_the_own_county_and_filters_narrow_it() {
        inHand(PetitionClass.CLAIM);
        JsonNode county = board("county-officer@445224", "");
        assertThat(county.get("districts")).hasSize(1);
        assertThat(county.at("/districts/0/district").stringValue()).isEqualTo("445224");
        assertThat(inHand(county)).isPositive();
        assertThat(inHand(board("county-officer@445224", "?district=445281"))).isZero();
        JsonNode all = board("supervisor", "");
        assertThat(board("supervisor", "?agency=" + TOWN).get("agencies")).containsExactly(row(all, TOWN));
        assertThat(board("supervisor", "?overdue=1").get("overdue")).hasSize(1);
        assertThat(row(all, TOWN).at("/agency/name").stringValue()).isEqualTo("葵潭镇人民政府");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        inHand(PetitionClass.CLAIM);
        Answer first = api.as("supervisor").get(BOARD, "Petition-Min-Position", "" + log.head());
        assertThat(first.header("Petition-Position")).isEqualTo("" + log.head());
        Answer again = api.as("supervisor").get(BOARD, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        inHand(PetitionClass.CLAIM);
        Answer changed = api.as("supervisor")
                .get(BOARD, "If-None-Match", first.header("ETag"), "Petition-Min-Position", "" + log.head());
        assertThat(changed.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, '', 200, ",
        "bureau-leader, '', 200, ",
        "city-leader, '', 200, ",
        "intake-officer, '', 200, ",
        "citizen@alice, '', 403, role-may-not",
        "agency-leader@445224-114, '', 403, role-may-not",
        "media, '', 403, role-may-not",
        "auditor, '', 200, ",
        "supervisor, ?district=1, 400, invalid-input",
        "supervisor, ?agency=nobody, 400, invalid-input",
        "supervisor, ?overdue=0, 400, invalid-input",
        "supervisor, ?overdue=201, 400, invalid-input",
        "supervisor, ?limit=1, 400, invalid-input"
    })
    void nobody_else_sees_it_and_nonsense_is_refused(String client, String query, int status, String problem) {
        for (String path : new String[] {BOARD, STREAM}) {
            if (status != 200 || path.equals(BOARD)) {
                Answer answer = api.as(client).get(path + query);
                assertThat(answer.status()).as(answer.text()).isEqualTo(status);
                Optional.ofNullable(problem)
                        .ifPresent(slug -> assertThat(answer.problem()).isEqualTo(slug));
            }
        }
        assertThat(api.anyone().get(STREAM).status()).isEqualTo(401);
    }
}
