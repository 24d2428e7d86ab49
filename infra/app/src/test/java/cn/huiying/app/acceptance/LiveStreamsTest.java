package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.acceptance.EventStream.Event;
import cn.huiying.query.live.LiveFeed;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionTrigger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The live streams over real HTTP: who hears of what, and what happens to those who come with nonsense or take nothing. */
@SpringBootTest(
        classes = {HuiyingApplication.class, LiveStreamsTest.Clocks.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huiying.sweep-every=PT1H",
            "huiying.live.heartbeat=500ms",
            "huiying.live.max-subscribers=12",
            "huiying.live.max-per-caller=11",
            "huiying.live.recent=8",
            "huiying.live.furthest-back=300",
            "server.tomcat.connection-timeout=2s"
        })
@Timeout(60)
class LiveStreamsTest {

    private static final String TOWN = "445224-114";
    private static final String OTHER = "445224-101";

    /** The platform's clock, which a test can put forward. */
    static final class MovedClock implements InstantSource {

        volatile Duration forward = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(forward);
        }
    }

    @TestConfiguration
    static class Clocks {

        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory("huiying-live");
        registry.add("huiying.data", folder::toString);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private LiveFeed feed;

    @Autowired
    private MovedClock clock;

    private final List<EventStream> opened = new ArrayList<>();
    private final PetitionId id =
            new PetitionId("PET-" + UUID.randomUUID().toString().replace("-", ""));
    private Api api;
    private PetitionLog log;

    @BeforeEach
    void connect() {
        api = new Api(port);
        log = new PetitionLog(eventStore);
    }

    @AfterEach
    void leave() {
        opened.forEach(EventStream::close);
        clock.forward = Duration.ZERO;
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        LiveFeed.STREAMS.stream().mapToLong(feed::subscribers).sum() == 0);
    }

    private EventStream listen(Api.As caller, String path, String... headers) {
        EventStream stream = caller.listen(path, headers);
        opened.add(stream);
        return stream;
    }

    private static Sealed sealed(String field) {
        return new Sealed("A256GCM", "ACC-alice", field, "c2VhbGVk");
    }

    private long reply() {
        return log.append(new ReplySubmitted(
                id, 1, "h", ReplyOutcome.SUPPORTED, sealed("ReplySubmitted.text"), "条例", "照片", PetitionLog.AT));
    }

    private long resolve() {
        return log.append(
                new PetitionResolved(id, ReplyOutcome.SUPPORTED, PetitionLog.AT.plusSeconds(900_000), PetitionLog.AT));
    }

    @Test
    void the_public_hears_of_publications_replies_and_resolutions_and_of_nothing_else() {
        EventStream stream = listen(api.anyone(), "/api/public/stream");
        assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(stream.header("Cache-Control")).contains("no-store");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(stream.header("Connection"))
                .as("it ends with its connection")
                .isEqualTo("close");
        assertThat(stream.header("Content-Length")).isNull();
        assertThat(stream.header("X-Content-Type-Options")).isEqualTo("nosniff");
        log.submit(id, "alice");
        log.accept(id);
        long published = log.publish(id, "夜间施工噪音扰民");
        log.dispatch(id, TOWN);
        log.append(new AssignmentSigned(id, TOWN, PetitionLog.AT));
        reply();
        long resolved = resolve();
        long replied = log.append(new PublicReplyPublished(id, "已责令停工。", PetitionLog.AT));
        long hidden = log.append(new PetitionTakenDown(id, "应留言人要求", PetitionLog.AT));
        long again = log.publish(id, "施工噪音");

        Event first = stream.next();
        assertThat(first.id()).isEqualTo(published);
        assertThat(first.kind()).isEqualTo("PetitionPublished");
        assertThat(first.data().propertyNames())
                .containsExactly("petition", "number", "event", "eventText", "at", "title");
        assertThat(first.data().get("title").stringValue()).isEqualTo("夜间施工噪音扰民");
        assertThat(first.data().get("at").stringValue()).isEqualTo("2023-03-06T09:00:00+08:00");
        assertThat(List.of(stream.next(), stream.next(), stream.next(), stream.next()))
                .extracting(Event::id, Event::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(resolved, "PetitionResolved"),
                        org.assertj.core.groups.Tuple.tuple(replied, "PublicReplyPublished"),
                        org.assertj.core.groups.Tuple.tuple(hidden, "PetitionTakenDown"),
                        org.assertj.core.groups.Tuple.tuple(again, "PetitionPublished"));
    }

    @Test
    void authors_hear_of_their_petition_what_its_history_shows_them() {
        log.submit(id, "alice");
        EventStream stream = listen(api.as("citizen@alice"), "/api/petitions/" + id + "/stream");
        log.accept(id);
        log.dispatch(id, TOWN);
        log.append(new ExtensionRequested(id, "D7", 3, "案情复杂", PetitionLog.AT));
        log.append(new ProgressPosted(id, sealed("ProgressPosted.text"), PetitionLog.AT));
        reply();
        resolve();
        assertThat(stream.kinds(4))
                .containsExactly("PetitionAccepted", "PetitionDispatched", "ProgressPosted", "PetitionResolved");
        assertThat(api.as("citizen@alice")
                        .get("/api/petitions/" + id)
                        .json()
                        .get("history")
                        .valueStream()
                        .map(entry -> entry.get("event").stringValue()))
                .containsExactly(
                        "PetitionSubmitted",
                        "PetitionAccepted",
                        "PetitionDispatched",
                        "ProgressPosted",
                        "PetitionResolved");
    }

    @Test
    void the_bureau_hears_of_everything_that_happens_to_a_petition() {
        log.submit(id, "alice");
        EventStream stream = listen(api.as("intake-officer"), "/api/petitions/" + id + "/stream");
        EventStream county = listen(api.as("county-officer@445224"), "/api/petitions/" + id + "/stream");
        log.accept(id);
        log.dispatch(id, TOWN);
        reply();
        List<String> all = List.of("PetitionAccepted", "PetitionDispatched", "ReplySubmitted");
        assertThat(stream.kinds(3)).isEqualTo(all);
        assertThat(county.kinds(3)).isEqualTo(all);
    }

    @Test
    void an_agency_hears_of_a_petition_until_it_is_taken_from_it() {
        long submitted = log.submit(id, "alice");
        log.accept(id);
        log.dispatch(id, TOWN);
        log.append(new CoHandlerAdded(id, OTHER, "涉及道路", PetitionLog.AT));
        String path = "/api/petitions/" + id + "/stream";
        // From the beginning: what came before it had the petition is not for it.
        EventStream other = listen(api.as("agency-handler@" + OTHER), path, "Last-Event-ID", "" + submitted);
        EventStream queue = listen(
                api.as("agency-handler@" + OTHER),
                "/api/agencies/" + OTHER + "/queue/stream",
                "Last-Event-ID",
                "" + submitted);
        log.append(new CoHandlerRemoved(id, OTHER, "不再需要", PetitionLog.AT));
        log.append(new AssignmentSigned(id, TOWN, PetitionLog.AT));
        assertThat(other.kinds(2)).containsExactly("CoHandlerAdded", "CoHandlerRemoved");
        assertThat(queue.kinds(2)).containsExactly("CoHandlerAdded", "CoHandlerRemoved");
        assertThat(other.next(300)).isEmpty();
        assertThat(queue.next(300)).isEmpty();
        assertThat(api.as("agency-handler@" + OTHER).get(path).status()).isEqualTo(404);
    }

    @Test
    void a_queue_tells_its_agency_and_the_bureau_what_comes_and_goes() {
        String path = "/api/agencies/" + TOWN + "/queue/stream";
        EventStream own = listen(api.as("agency-leader@" + TOWN), path);
        EventStream bureau = listen(api.as("supervisor"), path);
        EventStream intake = listen(api.as("county-officer@445224"), "/api/intake/stream");
        EventStream elsewhere = listen(api.as("county-officer@445281"), "/api/intake/stream");
        log.submit(id, "alice");
        log.accept(id);
        long dispatched = log.dispatch(id, TOWN);
        log.append(new AssignmentSigned(id, TOWN, PetitionLog.AT));
        log.append(new ReturnGranted(id, TOWN, "同意", PetitionLog.AT));
        Event first = own.next();
        assertThat(first.id()).isEqualTo(dispatched);
        assertThat(first.text()).doesNotContain("c2VhbGVk", "ACC-", "alice", "陈");
        assertThat(first.data().get("agency").stringValue()).isEqualTo(TOWN);
        assertThat(first.data().get("stateText").stringValue()).isEqualTo("已交办");
        assertThat(own.kinds(2)).containsExactly("AssignmentSigned", "ReturnGranted");
        assertThat(bureau.kinds(3)).containsExactly("PetitionDispatched", "AssignmentSigned", "ReturnGranted");
        assertThat(intake.kinds(4))
                .containsExactly("PetitionSubmitted", "PetitionAccepted", "PetitionDispatched", "ReturnGranted");
        assertThat(elsewhere.next(300)).isEmpty();
    }

    @Test
    void supervisors_hear_of_lights_missed_deadlines_and_more_time() {
        EventStream stream = listen(api.as("supervisor"), "/api/supervision/stream");
        EventStream leader = listen(api.as("bureau-leader"), "/api/supervision/stream");
        log.submit(id, "alice");
        log.accept(id);
        log.dispatch(id, TOWN);
        log.append(new ExtensionRequested(id, "D7", 3, "案情复杂", PetitionLog.AT));
        log.append(new RedAlertRaised(id, "D7", PetitionLog.AT));
        log.append(new DeadlineMissed(id, "D7", PetitionLog.AT));
        assertThat(stream.kinds(2)).containsExactly("ExtensionRequested", "RedAlertRaised");
        Event missed = stream.next();
        assertThat(missed.kind()).isEqualTo("DeadlineMissed");
        assertThat(missed.data().get("deadline").stringValue()).isEqualTo("D7");
        assertThat(missed.data().get("deadlineText").stringValue()).isEqualTo("一般件办结");
        assertThat(leader.kinds(3)).containsExactly("ExtensionRequested", "RedAlertRaised", "DeadlineMissed");
    }

    private SupervisionOrderId issue(Instant feedbackDueAt) {
        SupervisionOrderId order = new SupervisionOrderId("ORD-" + UUID.randomUUID());
        List<SupervisionEvent> happened = List.of(
                new SupervisionOrderDrafted(
                        order,
                        SupervisionForm.LETTER,
                        SupervisionChannel.ONLINE,
                        SupervisionTrigger.PERFUNCTORY,
                        TOWN,
                        List.of(),
                        "答复敷衍",
                        PetitionLog.AT),
                new SupervisionOrderIssued(
                        order,
                        TOWN,
                        SupervisionForm.LETTER,
                        SupervisionChannel.ONLINE,
                        "重新核查",
                        null,
                        feedbackDueAt,
                        PetitionLog.AT));
        for (int version = 0; version < happened.size(); version++) {
            eventStore.publish(
                    new GenericDomainEventMessage<>("SupervisionOrder", order.value(), version, happened.get(version)));
        }
        return order;
    }

    @Test
    void supervisors_hear_of_their_orders() {
        EventStream stream = listen(api.as("supervisor"), "/api/supervision/stream");
        SupervisionOrderId order = issue(PetitionLog.AT.plusSeconds(86_400));
        assertThat(stream.next().kind()).isEqualTo("SupervisionOrderDrafted");
        Event issued = stream.next();
        assertThat(issued.kind()).isEqualTo("SupervisionOrderIssued");
        assertThat(issued.data().get("order").stringValue()).isEqualTo(order.value());
        assertThat(issued.data().get("eventText").stringValue()).isEqualTo("督办下发");
        assertThat(issued.data().get("stateText").stringValue()).isEqualTo("已下发");
        assertThat(issued.data().get("agency").stringValue()).isEqualTo(TOWN);
        assertThat(issued.text()).doesNotContain("答复敷衍", "重新核查");
    }

    @Test
    void a_board_is_told_when_time_alone_makes_an_order_late() {
        EventStream stream = listen(api.as("supervisor"), "/api/supervision/board/stream");
        int late = stream.next().data().at("/totals/ordersLate").intValue();
        issue(Instant.now().plusSeconds(3_600));
        Event issued = stream.next();
        assertThat(issued.data().at("/totals/ordersLate").intValue()).isEqualTo(late);
        clock.forward = Duration.ofHours(2);
        Event passed = stream.next();
        assertThat(passed.kind()).isEqualTo("patch");
        assertThat(passed.data().at("/totals/ordersLate").intValue()).isEqualTo(late + 1);
        EventStream comesBack =
                listen(api.as("supervisor"), "/api/supervision/board/stream", "Last-Event-ID", "" + issued.id());
        Event told = comesBack.next();
        assertThat(told.kind()).isEqualTo("patch");
        assertThat(told.data().at("/totals/ordersLate").intValue()).isEqualTo(late + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "citizen@bob,               /api/petitions/PET/stream,               404, petition-not-found",
        "agency-handler@445224-101, /api/petitions/PET/stream,               404, petition-not-found",
        "county-officer@445281,     /api/petitions/PET/stream,               404, petition-not-found",
        "auditor,                   /api/petitions/PET/stream,               404, petition-not-found",
        "citizen@alice,             /api/petitions/PET-nothing/stream,       404, petition-not-found",
        "citizen@alice,             /api/petitions/x/stream,                 400, invalid-input",
        "agency-handler@445224-101, /api/agencies/445224-114/queue/stream,   404, queue-not-found",
        "county-officer@445224,     /api/agencies/445224-114/queue/stream,   404, queue-not-found",
        "citizen@alice,             /api/agencies/445224-114/queue/stream,   404, queue-not-found",
        "intake-officer,            /api/supervision/stream,                 403, role-may-not",
        "agency-leader@445224-114,  /api/supervision/stream,                 403, role-may-not",
        "auditor,                   /api/supervision/stream,                 403, role-may-not",
        "agency-leader@445224-114,  /api/intake/stream,                      403, role-may-not",
    })
    void nobody_listens_to_what_is_not_for_them(String client, String path, int status, String problem) {
        log.submit(id, "alice");
        Answer refused = api.as(client).get(path.replace("PET/", id + "/"), "Accept", "text/event-stream");
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.problem()).isEqualTo(problem);
    }

    @Test
    void only_the_public_stream_needs_no_token() {
        for (String path : List.of(
                "/api/petitions/" + id + "/stream",
                "/api/agencies/" + TOWN + "/queue/stream",
                "/api/intake/stream",
                "/api/supervision/stream",
                "/api/supervision/board/stream")) {
            assertThat(api.anyone().get(path).status()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "abc", "1.5", "99999999999999999999", "0x10", "''"})
    void a_position_that_is_no_whole_number_from_zero_is_refused_by_its_name(String position) {
        Answer header = api.anyone().get("/api/public/stream", "Last-Event-ID", position);
        assertThat(header.status()).as(header.text()).isEqualTo(400);
        assertThat(header.problem()).isEqualTo("invalid-input");
        assertThat(header.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("Last-Event-ID");
        Answer parameter = api.anyone().get("/api/public/stream?after=" + position, "Accept-Language", "en");
        assertThat(parameter.status()).isEqualTo(400);
        assertThat(parameter.json().get("detail").stringValue())
                .isEqualTo("after must be a whole number of at least 0: the id of the last event received.");
    }

    @Test
    void what_is_no_request_for_a_stream_is_refused() {
        assertThat(api.anyone().get("/api/public/stream?since=3").status()).isEqualTo(400);
        assertThat(api.anyone().get("/api/public/stream?after=1&after=2").status())
                .isEqualTo(400);
        assertThat(api.anyone()
                        .get("/api/public/stream", "Accept", "application/json")
                        .status())
                .isEqualTo(406);
        assertThat(api.anyone().method("POST", "/api/public/stream").status()).isEqualTo(405);
        assertThat(api.anyone().method("HEAD", "/api/public/stream").status()).isEqualTo(200);
    }

    @Test
    void a_position_from_the_future_is_reset_and_goes_on_from_the_end_of_the_log() {
        long before = feed.resets();
        long head = log.head();
        EventStream stream = listen(api.anyone(), "/api/public/stream", "Last-Event-ID", "" + Long.MAX_VALUE);
        Event reset = stream.next();
        assertThat(reset.kind()).isEqualTo("reset");
        assertThat(reset.id()).isEqualTo(head);
        assertThat(reset.data().get("reason").stringValue()).isEqualTo("unknown-position");
        assertThat(reset.data().get("position").longValue()).isEqualTo(head);
        log.submit(id, "alice");
        assertThat(log.publish(id, "标题")).isEqualTo(stream.next().id());
        assertThat(feed.resets()).isEqualTo(before + 1);
    }

    @Test
    void a_position_too_far_back_is_reset() {
        log.submit(id, "alice");
        long old = log.publish(id, "标题");
        for (int n = 0; n < 300; n++) {
            log.append(new ProgressPosted(id, sealed("ProgressPosted.text"), PetitionLog.AT));
        }
        long next = log.publish(id, "新标题");
        Event reset =
                listen(api.anyone(), "/api/public/stream?after=" + (old - 1)).next();
        assertThat(reset.kind()).isEqualTo("reset");
        assertThat(reset.data().get("reason").stringValue()).isEqualTo("too-far-back");
        assertThat(listen(api.anyone(), "/api/public/stream?after=" + (next - 250))
                        .next()
                        .id())
                .as("what is not so far back is read from the log")
                .isEqualTo(next);
    }

    @Test
    void the_header_counts_where_a_position_is_given_twice() {
        log.submit(id, "alice");
        long first = log.publish(id, "一");
        long second = log.publish(id, "二");
        EventStream stream =
                listen(api.anyone(), "/api/public/stream?after=" + (first - 1), "Last-Event-ID", "" + first);
        assertThat(stream.next().id()).isEqualTo(second);
    }

    @Test
    void what_a_notice_tells_can_be_read_at_its_position() {
        EventStream stream = listen(api.anyone(), "/api/public/stream");
        log.submit(id, "alice");
        log.accept(id);
        log.publish(id, "夜间施工噪音扰民");
        Event told = stream.next();
        Answer read = api.anyone().get("/api/public/petitions/" + id, "Petition-Min-Position", "" + told.id());
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().get("title").stringValue()).isEqualTo("夜间施工噪音扰民");
    }

    @Test
    void a_quiet_stream_beats_and_its_heartbeats_move_the_position_on() {
        EventStream stream = listen(api.anyone(), "/api/public/stream");
        long begun = System.nanoTime();
        long unseen = log.submit(id, "alice");
        assertThat(stream.next(2_200)).isEmpty();
        assertThat(stream.heartbeats()).as("one each half second").isBetween(3, 10);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(stream.lastId()).isEqualTo(unseen);
    }

    @Test
    void a_stream_ends_with_the_token_and_the_public_one_goes_on() {
        EventStream stream = listen(api.as("supervisor"), "/api/supervision/stream");
        EventStream open = listen(api.anyone(), "/api/public/stream");
        assertThat(stream.next(700)).isEmpty();
        clock.forward = Duration.ofHours(9);
        assertThat(stream.ends(5_000)).isTrue();
        log.submit(id, "alice");
        long published = log.publish(id, "标题");
        assertThat(open.next().id()).isEqualTo(published);
    }

    @Test
    void there_are_no_more_subscribers_than_this_node_serves() {
        for (int n = 0; n < 11; n++) {
            listen(api.anyone(), "/api/public/stream");
        }
        Answer tooManyOfOne = api.anyone().get("/api/public/stream", "Accept-Language", "en");
        assertThat(tooManyOfOne.status()).isEqualTo(429);
        assertThat(tooManyOfOne.problem()).isEqualTo("too-many-subscribers");
        assertThat(tooManyOfOne.header("Retry-After")).isEqualTo("5");
        listen(api.as("supervisor"), "/api/supervision/stream");
        Answer refused = api.as("auditor").get("/api/public/stream", "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("too-many-subscribers");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        opened.getFirst().close();
        await().atMost(Duration.ofSeconds(10)).until(() -> feed.subscribers("public") < 11);
        listen(api.anyone(), "/api/public/stream");
    }

    @Test
    void subscribers_deliveries_and_resets_are_counted() {
        EventStream stream = listen(api.anyone(), "/api/public/stream");
        log.submit(id, "alice");
        log.publish(id, "标题");
        stream.next();
        String meters = api.anyone().get("/actuator/prometheus").text();
        assertThat(meters)
                .contains("huiying_live_subscribers{stream=\"public\"} 1.0")
                .containsPattern("huiying_live_delivered_total\\{stream=\"public\"} [1-9]")
                .contains("huiying_live_resets_total");
    }

    /** Nine megabytes: what a client does not take fills every buffer between. */
    @Test
    void a_client_that_takes_nothing_is_cut_off_and_others_hear_promptly() throws Exception {
        EventStream healthy = listen(api.anyone(), "/api/public/stream");
        log.submit(id, "alice");
        long before = log.head();
        try (Socket dead = new Socket()) {
            dead.setReceiveBufferSize(4_096);
            dead.connect(new InetSocketAddress("localhost", port), 5_000);
            dead.getOutputStream()
                    .write(("GET /api/public/stream?after=" + before + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.subscribers("public") == 2);
            String title = "长".repeat(20_000);
            Duration slowest = Duration.ZERO;
            long last = 0;
            for (int n = 0; n < 150; n++) {
                long begun = System.nanoTime();
                last = log.publish(id, title + n);
                assertThat(healthy.next().id()).isEqualTo(last);
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            assertThat(slowest).isLessThan(Duration.ofSeconds(2));
            await().atMost(Duration.ofSeconds(20)).until(() -> feed.subscribers("public") == 1);
            long after = log.publish(id, "短");
            assertThat(healthy.next().id()).isEqualTo(after);

            assertThat(isClosed(dead)).as("its connection does not stay either").isTrue();

            EventStream again = listen(api.anyone(), "/api/public/stream?after=" + before);
            for (long position = before + 1; position <= after; position++) {
                assertThat(again.next().id()).isEqualTo(position);
            }
        }
    }

    /** Takes what was under way, up to the end. */
    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        byte[] some = new byte[65_536];
        try {
            int read = 0;
            while (read >= 0) {
                read = socket.getInputStream().read(some);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void clients_that_break_off_while_their_stream_opens_leave_no_place_taken() throws Exception {
        for (int n = 0; n < 200; n++) {
            try (Socket hasty = new Socket("localhost", port)) {
                hasty.getOutputStream()
                        .write("GET /api/public/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
                // Some are reset, some end, some before the head is written and some after it.
                hasty.setSoLinger(n % 2 == 0, 0);
                Thread.sleep(n % 5);
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> feed.subscribers("public") == 0);
        for (int n = 0; n < 11; n++) {
            listen(api.anyone(), "/api/public/stream");
        }
    }

    @Test
    void who_speaks_only_the_older_http_is_told_as_well() throws Exception {
        try (Socket old = new Socket("localhost", port)) {
            old.setSoTimeout(5_000);
            old.getOutputStream().write("GET /api/public/stream HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            StringBuilder told = new StringBuilder();
            while (!told.toString().contains(": heartbeat")) {
                told.append((char) old.getInputStream().read());
            }
            assertThat(told).startsWith("HTTP/1.1 200").contains("Connection: close", "\r\n\r\nretry: 3000\nid: ");
        }
    }
}
