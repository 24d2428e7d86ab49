package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import cn.huiying.shared.petition.PetitionId;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Read models that are built again while they are read and written, and events that they can't fold. */
class RebuildTest {

    private static final List<String> ALL = List.of(
            "agency-directory",
            "assessments",
            "enterprises",
            "erasures",
            "listing",
            "listing-history",
            "policies",
            "reports",
            "statistics",
            "statistics-history",
            "suggestions",
            "supervision-board",
            "supervision-orders",
            "work-queue");
    /** Petitions; of 5 000 documents. */
    private static final int MORE_THAN_HELD = 6_000;

    private static final String PROJECTIONS = "/api/operations/projections";

    @TempDir
    Path folder;

    /** A MongoDB that outlives the platform. */
    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    private ConfigurableApplicationContext context;
    private Api api;
    private Api.As administrator;

    @BeforeEach
    void bind() {
        mongo.bind();
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.close();
        }
        mongo.shutdownNow();
    }

    private void start(String... more) {
        context = new SpringApplicationBuilder(HuiyingApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--huiying.data=" + folder,
                                        "--huiying.mongodb-uri=" + mongo.getConnectionString() + "/huiying",
                                        "--huiying.sweep-every=PT1H",
                                        "--huiying.web.account.requests=1000000",
                                        "--huiying.web.address.requests=1000000"),
                                Stream.of(more))
                        .toArray(String[]::new));
        api = new Api(Integer.parseInt(context.getEnvironment().getProperty("local.server.port")));
        administrator = api.as("sys-admin");
        awaitHead();
    }

    private void startWithDemo() {
        start("--huiying.demo=true");
    }

    private void stopAndStart() {
        context.close();
        start();
    }

    private void awaitHead() {
        ReadPositions positions = context.getBean(ReadPositions.class);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> ALL.forEach(
                        name -> assertThat(positions.of(name)).as(name).isEqualTo(positions.head())));
    }

    private JsonNode projection(String name) {
        Answer answer = administrator.get(PROJECTIONS + "/" + name);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void rebuild(String name) {
        Answer answer = administrator.post(PROJECTIONS + "/" + name + "/rebuild", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(PROJECTIONS + "/" + name);
    }

    private JsonNode awaitRebuilt(String name) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !projection(name).at("/rebuild/state").stringValue().equals("RUNNING"));
        JsonNode rebuild = projection(name).get("rebuild");
        assertThat(rebuild.get("state").stringValue()).as(rebuild.toString()).isEqualTo("DONE");
        return rebuild;
    }

    private String digest(String name) {
        Answer answer = administrator.post(PROJECTIONS + "/" + name + "/digest", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("digest").stringValue();
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        ALL.forEach(name -> digests.put(name, digest(name)));
        return digests;
    }

    /** Visits are told to the statistics when the platform stops. */
    private static Map<String, String> withoutVisits(Map<String, String> digests) {
        Map<String, String> others = new TreeMap<>(digests);
        others.keySet().removeAll(Set.of("statistics", "statistics-history"));
        return others;
    }

    /** Reads as somebody until told to stop, and checks each answer. */
    private Future<Long> reading(
            ExecutorService threads, AtomicBoolean stop, String client, String path, boolean totalStands) {
        Api.As caller = client == null ? api.anyone() : api.as(client);
        Callable<Long> work = () -> {
            long read = 0;
            long total = 0;
            long position = 0;
            while (!stop.get()) {
                Answer answer = caller.get(path);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                if (answer.header("Petition-Position") != null) {
                    long now = Long.parseLong(answer.header("Petition-Position"));
                    assertThat(now).as(path).isGreaterThanOrEqualTo(position);
                    position = now;
                }
                JsonNode json = answer.json();
                if (json.has("items") && json.has("total")) {
                    assertThat(json.get("items").size()).as(path).isPositive();
                    long now = json.get("total").longValue();
                    if (totalStands && read > 0) {
                        assertThat(now).as(path).isEqualTo(total);
                    }
                    total = now;
                }
                read++;
            }
            return read;
        };
        return threads.submit(work);
    }

    private List<Future<Long>> readingAll(ExecutorService threads, AtomicBoolean stop, boolean totalsStand) {
        List<Future<Long>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(reading(threads, stop, null, "/api/public/petitions?total=exact&facets=agency", totalsStand));
            readers.add(reading(threads, stop, "intake-officer", "/api/intake?total=exact", totalsStand));
            readers.add(reading(threads, stop, null, "/api/public/agencies", totalsStand));
            readers.add(reading(threads, stop, "supervisor", "/api/supervision/board", totalsStand));
            readers.add(reading(threads, stop, null, "/api/public/statistics", totalsStand));
        }
        return readers;
    }

    @Test
    void all_are_built_again_at_once_under_constant_reading_and_hold_the_same() throws Exception {
        startWithDemo();
        Map<String, String> before = digests();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Long>> readers = readingAll(threads, stop, true);
            for (int round = 0; round < 3; round++) {
                ALL.forEach(this::rebuild);
                for (String name : ALL) {
                    JsonNode rebuild = awaitRebuilt(name);
                    assertThat(rebuild.get("same").booleanValue())
                            .as("%s: %s", name, rebuild)
                            .isTrue();
                    assertThat(rebuild.get("progress").doubleValue()).isEqualTo(1);
                    assertThat(rebuild.get("eventsPerSecond").longValue()).isPositive();
                }
            }
            stop.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(digests()).isEqualTo(before);
        stopAndStart();
        assertThat(withoutVisits(digests())).isEqualTo(withoutVisits(before));
    }

    @Test
    void with_commands_going_on_nothing_is_lost_and_no_position_goes_back() throws Exception {
        startWithDemo();
        PetitionLog log = new PetitionLog(context.getBean(EventStore.class));
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> posting = threads.submit(() -> {
                int posted = 0;
                for (; !stop.get(); posted++) {
                    PetitionId id = new PetitionId("PET-during-" + posted);
                    log.submit(id, "subject-" + posted % 7);
                    log.accept(id);
                    log.dispatch(id, PlatformAcceptance.TOWN);
                    log.publish(id, "重建期间的留言 " + posted);
                }
                return posted;
            });
            List<Future<Long>> readers = readingAll(threads, stop, false);
            for (int round = 0; round < 2; round++) {
                ALL.forEach(this::rebuild);
                for (String name : ALL) {
                    JsonNode rebuild = awaitRebuilt(name);
                    assertThat(rebuild.get("same").booleanValue())
                            .as("%s: %s", name, rebuild)
                            .isTrue();
                }
            }
            stop.set(true);
            assertThat(posting.get()).isPositive();
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            awaitHead();
            String last = "重建期间的留言 " + (posting.get() - 1);
            assertThat(api.anyone()
                            .get("/api/public/petitions?limit=1&sort=-submittedAt&total=exact&q="
                                    + java.net.URLEncoder.encode(last, java.nio.charset.StandardCharsets.UTF_8))
                            .json()
                            .get("total")
                            .longValue())
                    .isPositive();
        }
        Map<String, String> live = digests();
        ALL.forEach(this::rebuild);
        ALL.forEach(this::awaitRebuilt);
        assertThat(digests()).isEqualTo(live);
    }

    @Test
    void more_than_a_generation_in_the_making_holds_in_memory_is_the_same_when_it_is_built_again() {
        start("--huiying.demo=true", "--logging.level.cn.huiying.command.notifying=warn");
        PetitionLog log = new PetitionLog(context.getBean(EventStore.class));
        List<PetitionId> ids = IntStream.range(0, MORE_THAN_HELD)
                .mapToObj(number -> new PetitionId("PET-many-" + number))
                .toList();
        // Batches that meet some in memory, and then one after the other that was written and has to be read again.
        for (List<PetitionId> some : List.of(ids.subList(0, 2_000), ids.subList(2_000, ids.size()))) {
            forEach(some, id -> log.submit(id, "subject"));
            forEach(some, log::accept);
            forEach(some.reversed(), id -> log.dispatch(id, PlatformAcceptance.TOWN));
            forEach(some, log::resolve);
        }
        forEach(ids, id -> log.publish(id, "很多留言中的一条 " + id));
        awaitHead();
        ALL.forEach(this::rebuild);
        for (String name : ALL) {
            JsonNode rebuild = awaitRebuilt(name);
            assertThat(rebuild.get("same").booleanValue())
                    .as("%s: %s", name, rebuild)
                    .isTrue();
        }
        assertThat(projection("listing").at("/digest/documents").longValue()).isGreaterThan(MORE_THAN_HELD);
        assertThat(projection("work-queue").at("/digest/documents").longValue()).isGreaterThan(MORE_THAN_HELD);
    }

    /** A thousand in one commit. */
    private static void forEach(List<PetitionId> ids, Consumer<PetitionId> append) {
        for (int from = 0; from < ids.size(); from += 1_000) {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            ids.subList(from, Math.min(ids.size(), from + 1_000)).forEach(append);
            unit.commit();
        }
    }

    @Test
    void a_rebuild_that_the_platform_stops_in_leaves_what_there_was_and_nothing_half_built() throws Exception {
        startWithDemo();
        Map<String, String> before = digests();
        ALL.forEach(this::rebuild);
        context.close();
        // As a kill leaves it.
        Path halfBuilt = Files.createDirectories(folder.resolve("listing/generation-7"));
        Files.writeString(halfBuilt.resolve("segments_1"), "half");
        start();
        assertThat(withoutVisits(digests())).isEqualTo(withoutVisits(before));
        assertThat(halfBuilt).doesNotExist();
        for (String index : List.of("listing", "statistics", "policies")) {
            try (Stream<Path> generations = Files.list(folder.resolve(index))) {
                assertThat(generations.filter(
                                file -> file.getFileName().toString().startsWith("generation-")))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        ALL.forEach(this::rebuild);
        ALL.forEach(this::awaitRebuilt);
        assertThat(withoutVisits(digests())).isEqualTo(withoutVisits(before));
    }

    @Test
    void what_is_no_read_model_and_what_is_being_built_already_is_refused() {
        startWithDemo();
        for (String action : List.of("rebuild", "digest", "dead-letters/retry")) {
            Answer unknown = administrator.post(PROJECTIONS + "/listings/" + action, "");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.problem()).isEqualTo("projection-not-found");
            Answer sending = administrator.post(PROJECTIONS + "/notifications/" + action, "");
            assertThat(sending.status()).isEqualTo(404);
            assertThat(sending.problem()).isEqualTo("no-read-model");
            Answer auditor = api.as("auditor").post(PROJECTIONS + "/listing/" + action, "");
            assertThat(auditor.status()).isEqualTo(403);
            assertThat(auditor.problem()).isEqualTo("role-may-not");
        }
        assertThat(administrator.get(PROJECTIONS + "/listings").problem()).isEqualTo("projection-not-found");
        assertThat(api.as("auditor").get(PROJECTIONS).status()).isEqualTo(200);
        assertThat(api.as("supervisor").get(PROJECTIONS).status()).isEqualTo(403);
        rebuild("listing");
        Answer again = administrator.post(PROJECTIONS + "/listing/rebuild", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("rebuild-running");
        awaitRebuilt("listing");
    }

    private List<String> parked(String name) {
        List<String> streams = new ArrayList<>();
        administrator
                .get(PROJECTIONS + "/" + name + "/dead-letters")
                .json()
                .get("items")
                .forEach(held -> streams.add(held.get("stream").stringValue() + " " + held.get("waiting")));
        return streams;
    }

    /** What an agency's stream begins with, where it never was registered. */
    private void suspendUnknown(String code, long sequence) {
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Agency",
                        AgencyId.of(code).value(),
                        sequence,
                        new AgencySuspended(AgencyId.of(code), "撤销", PetitionLog.AT)));
    }

    private long agencies() {
        return api.anyone().get("/api/public/agencies").json().get("total").longValue();
    }

    @Test
    void an_event_that_can_not_be_folded_is_parked_with_its_stream_and_no_other() {
        startWithDemo();
        suspendUnknown("445200-999", 0);
        long position = context.getBean(ReadPositions.class).head();
        suspendUnknown("445200-999", 1);
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Agency",
                        AgencyId.of("445200-998").value(),
                        0,
                        new AgencyRegistered(
                                AgencyId.of("445200-998"),
                                new AgencyEntry(
                                        "445200-998",
                                        "虚构局",
                                        AgencyLevel.CITY,
                                        "445200",
                                        null,
                                        AgencyKind.DEPARTMENT,
                                        List.of()),
                                PetitionLog.AT)));
        awaitHead();
        assertThat(agencies()).as("another stream goes on").isEqualTo(528);
        String stream = AgencyId.of("445200-999").value();
        assertThat(parked("agency-directory")).containsExactly(stream + " 2");
        JsonNode held = projection("agency-directory").at("/parked/0");
        assertThat(held.get("position").longValue()).isEqualTo(position);
        assertThat(held.get("event").stringValue()).isEqualTo("AgencySuspended");
        assertThat(held.get("cause").stringValue()).contains("NullPointerException");
        JsonNode health = api.anyone().get("/actuator/health").json();
        assertThat(health.get("status").stringValue()).isEqualTo("UP");
        assertThat(health.toString()).contains(stream + " at " + position);
        assertThat(api.anyone().get("/actuator/prometheus").text())
                .contains("huiying_projection_parked{projection=\"agency-directory\"} 1.0");
        // What is tried again and fails again stays, with what comes after it.
        Answer retried = administrator.post(PROJECTIONS + "/agency-directory/dead-letters/retry?stream=" + stream, "");
        assertThat(retried.json().get("items").size()).isEqualTo(1);
        suspendUnknown("445200-999", 2);
        awaitHead();
        assertThat(parked("agency-directory")).containsExactly(stream + " 3");
        // A generation parks for itself.
        rebuild("agency-directory");
        assertThat(awaitRebuilt("agency-directory").get("same").booleanValue()).isTrue();
        assertThat(parked("agency-directory")).containsExactly(stream + " 3");
        stopAndStart();
        assertThat(parked("agency-directory")).containsExactly(stream + " 3");
    }

    @Test
    void what_was_held_at_a_position_can_be_told_behind_an_event_that_can_not_be_folded() throws Exception {
        startWithDemo();
        suspendUnknown("445200-999", 0);
        awaitHead();
        long position = context.getBean(ReadPositions.class).head();
        assertThat(context.getBean(ReadModels.class)
                        .digestAt("agency-directory", position)
                        .digest())
                .isEqualTo(digest("agency-directory"));
    }

    @Test
    void what_was_parked_is_folded_when_it_is_tried_again_and_can_be() throws Exception {
        startWithDemo();
        PetitionLog log = new PetitionLog(context.getBean(EventStore.class));
        PetitionId id = new PetitionId("PET-mended");
        log.submit(id, "subject");
        log.accept(id);
        log.dispatch(id, PlatformAcceptance.TOWN);
        context.close();
        List<String> folding = List.of("listing", "work-queue", "supervision-board", "statistics");
        // As an event that this version of the platform can't read.
        event(id, "json_set(payload, '$.at', 'never')");
        start();
        for (String name : folding) {
            rebuild(name);
            assertThat(awaitRebuilt(name).get("same").booleanValue()).as(name).isFalse();
            assertThat(parked(name)).as(name).containsExactly("PET-mended 1");
        }
        Map<String, String> without = digests();
        context.close();
        event(id, "json_set(payload, '$.at', '2023-03-06T01:00:00Z')");
        start();
        for (String name : folding) {
            assertThat(parked(name)).as(name).containsExactly("PET-mended 1");
            administrator.post(PROJECTIONS + "/" + name + "/dead-letters/retry", "");
            assertThat(parked(name)).as(name).isEmpty();
            String mended = digest(name);
            assertThat(mended).as(name).isNotEqualTo(without.get(name));
            rebuild(name);
            assertThat(awaitRebuilt(name).get("same").booleanValue()).as(name).isTrue();
        }
    }

    /** Changes what is stored, which nobody but a test does. */
    private void event(PetitionId id, String payload) throws Exception {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.sqlite"));
                Statement statement = file.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE events SET payload = " + payload + " WHERE stream = '"
                            + id.value() + "' AND type LIKE '%PetitionDispatched'"))
                    .isEqualTo(1);
        }
    }
}
