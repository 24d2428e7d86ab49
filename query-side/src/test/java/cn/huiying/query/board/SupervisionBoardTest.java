package cn.huiying.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.query.board.BoardFollowing.Joining;
import cn.huiying.query.board.BoardFollowing.Told;
import cn.huiying.query.board.BoardState.AgencyRow;
import cn.huiying.query.board.BoardState.Counts;
import cn.huiying.query.board.BoardState.DistrictRow;
import cn.huiying.query.board.BoardState.Overdue;
import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Light;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SupervisionBoardTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant LATER = Lives.START.plus(Duration.ofDays(400));
    private static final BoardView ALL = new BoardView(null, Set.of(), Set.of(), true, 50);

    @TempDir
    Path folder;

    private Instant now = Lives.START;

    private CurrentBoard board() {
        return new CurrentBoard(folder.resolve("board.json"), JSON, () -> now);
    }

    private static BoardState shown(CurrentBoard board, BoardView view, Instant at) {
        return board.read(current -> current.show(view, at));
    }

    private static AgencyRegistered registered(String code) {
        return new AgencyRegistered(AgencyId.of(code), entry(code, "单位" + code, "445224"), Lives.START);
    }

    private static AgencyEntry entry(String code, String name, String district) {
        return new AgencyEntry(
                code, name, AgencyLevel.COUNTY, district, "445200-001", AgencyKind.DEPARTMENT, List.of());
    }

    /** The life of an order up to a point, answered within some days, as often as it is sent back. */
    private static List<SupervisionEvent> order(int n, String agency, Random random) {
        SupervisionOrderId id = new SupervisionOrderId("ORD-" + n);
        Instant due = Lives.START.plus(Duration.ofHours(random.nextInt(2_000)));
        List<SupervisionEvent> all = List.of(
                new SupervisionOrderDrafted(
                        id,
                        SupervisionForm.LETTER,
                        SupervisionChannel.ONLINE,
                        SupervisionTrigger.OVERDUE,
                        agency,
                        List.of(),
                        "超期",
                        Lives.START),
                new SupervisionOrderIssued(
                        id, agency, SupervisionForm.LETTER, SupervisionChannel.ONLINE, "答复", null, due, Lives.START),
                new SupervisionAcknowledged(id, agency, Lives.START),
                new SupervisionFeedbackSubmitted(id, agency, 1, "已答复", null, Lives.START),
                new SupervisionReturned(id, agency, "不实", due.plus(Duration.ofDays(3)), Lives.START),
                new SupervisionFeedbackSubmitted(id, agency, 2, "已整改", null, Lives.START),
                new SupervisionCompleted(id, agency, "已解决", Lives.START));
        return all.subList(0, 1 + random.nextInt(all.size()));
    }

    /** Petitions, orders and agencies in one log, and an agency that changes its name and district in the middle. */
    private static List<Recorded<?>> log(Random random) {
        List<List<?>> streams = new ArrayList<>();
        for (int n = 1; n <= 120; n++) {
            streams.add(Lives.life(n, random));
        }
        List<String> codes = List.of(Lives.AGENCY, Lives.OTHER_AGENCY);
        for (int n = 0; n < 40; n++) {
            streams.add(order(n, codes.get(n % 2), random));
        }
        streams.add(List.of(
                registered(Lives.AGENCY),
                new AgencyDutiesChanged(
                        AgencyId.of(Lives.AGENCY), entry(Lives.AGENCY, "改名之后", "445200"), Lives.START)));
        streams.add(List.of(registered(Lives.OTHER_AGENCY)));
        int[] next = new int[streams.size()];
        List<Integer> running = new ArrayList<>();
        for (int n = 0; n < next.length; n++) {
            running.add(n);
        }
        List<Recorded<?>> log = new ArrayList<>();
        while (!running.isEmpty()) {
            int n = running.get(random.nextInt(running.size()));
            // Positions with events that are not for the board are between them.
            log.add(new Recorded<Object>(streams.get(n).get(next[n]), next[n], 3L * log.size() + 3));
            if (++next[n] == streams.get(n).size()) {
                running.remove((Integer) n);
            }
        }
        return log;
    }

    private static SupervisionBoard folded(List<? extends Recorded<?>> log) {
        SupervisionBoard board = new SupervisionBoard();
        log.forEach(board::evolve);
        return board;
    }

    private static List<Recorded<?>> recorded(Life... lives) {
        List<Recorded<?>> log = new ArrayList<>();
        for (Life life : lives) {
            life.recorded().forEach(one -> log.add(new Recorded<>(one.event(), one.version(), log.size() + 1)));
        }
        return log;
    }

    /** Somebody who listens, as the guide for clients says. */
    private static final class Client {

        private long position = BoardFollowing.NOTHING;
        private final TreeMap<String, JsonNode> districts = new TreeMap<>();
        private final TreeMap<String, JsonNode> agencies = new TreeMap<>();
        private JsonNode totals;
        private JsonNode bureau;
        private JsonNode overdue;

        void hears(Told told) {
            JsonNode data = JSON.readTree(told.json());
            if (told.whole()) {
                districts.clear();
                agencies.clear();
            }
            totals = data.get("totals");
            bureau = data.get("bureau");
            put(districts, data.get("districts"), "/district");
            put(agencies, data.get("agencies"), "/agency/code");
            overdue = data.get("overdue").isNull() ? overdue : data.get("overdue");
            position = told.position();
        }

        private static void put(Map<String, JsonNode> rows, JsonNode changed, String key) {
            for (JsonNode row : changed) {
                JsonNode counts = row.get("counts");
                boolean nothing = Stream.of("green", "yellow", "red", "ordersOpen")
                        .allMatch(count -> counts.get(count).intValue() == 0);
                String code = row.at(key).stringValue();
                if (nothing) {
                    rows.remove(code);
                } else {
                    rows.put(code, row);
                }
            }
        }

        JsonNode board() {
            ObjectNode board = JSON.createObjectNode();
            board.set("totals", totals);
            board.set("bureau", bureau);
            board.putArray("districts").addAll(districts.values());
            board.putArray("agencies").addAll(agencies.values());
            board.set("overdue", overdue);
            return board;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoever_listens_or_comes_back_has_the_board_of_the_position(long seed) {
        Random random = new Random(seed);
        List<Recorded<?>> log = log(random);
        List<BoardView> views = List.of(
                ALL,
                new BoardView(null, Set.of(), Set.of(), false, 3),
                new BoardView("445224", Set.of(), Set.of(), true, 5),
                new BoardView(null, Set.of("445224"), Set.of(), true, 50),
                new BoardView(null, Set.of(), Set.of(Lives.OTHER_AGENCY), true, 50));
        try (CurrentBoard board = board()) {
            List<BoardFollowing> followings = views.stream().map(board::follow).toList();
            List<List<Client>> clients = new ArrayList<>();
            List<List<Client>> away = new ArrayList<>();
            views.forEach(view -> {
                clients.add(new ArrayList<>());
                away.add(new ArrayList<>());
            });
            int compared = 0;
            for (int from = 0; from < log.size(); ) {
                int to = Math.min(log.size(), from + 1 + random.nextInt(40));
                log.subList(from, to).forEach(board::apply);
                from = to;
                now = now.plus(Duration.ofHours(random.nextInt(30)));
                for (int v = 0; v < views.size(); v++) {
                    BoardView looking = views.get(v);
                    BoardFollowing view = followings.get(v);
                    List<Client> listening = clients.get(v);
                    if (random.nextInt(3) == 0) {
                        Client joins = random.nextBoolean() || away.get(v).isEmpty()
                                ? new Client()
                                : away.get(v).remove(random.nextInt(away.get(v).size()));
                        Joining joining = view.join(joins.position);
                        joining.forThoseWhoStayed().ifPresent(told -> listening.forEach(client -> client.hears(told)));
                        joining.forTheNewcomer().ifPresent(joins::hears);
                        listening.add(joins);
                    } else {
                        view.next().ifPresent(told -> listening.forEach(client -> client.hears(told)));
                    }
                    JsonNode whole = JSON.valueToTree(shown(board, looking, now));
                    for (Client client : listening) {
                        assertThat(client.board()).isEqualTo(whole);
                        compared++;
                    }
                    if (!listening.isEmpty() && random.nextInt(4) == 0) {
                        Client leaves = listening.remove(random.nextInt(listening.size()));
                        leaves.position = view.position();
                        away.get(v).add(leaves);
                    }
                }
            }
            assertThat(compared).isGreaterThan(500);
            assertThat(shown(board, ALL, now).totals().ordersLate()).isPositive();
        }
    }

    /** By the petition's own clock and the listing's idea of where it is. */
    @Test
    void each_petition_counts_once_where_it_is_with_the_light_of_its_clock() {
        List<Recorded<PetitionEvent>> all = Lives.log(400, new Random(11));
        // In the middle, where some are at every stage.
        List<Recorded<PetitionEvent>> log = all.subList(0, all.size() / 2);
        Map<PetitionId, ListedPetition> listed = new HashMap<>();
        Map<PetitionId, PetitionClock> clocks = new HashMap<>();
        for (Recorded<PetitionEvent> recorded : log) {
            PetitionId id = recorded.event().petitionId();
            listed.put(id, ListedPetition.evolve(listed.get(id), recorded));
            if (recorded.event() instanceof PetitionSubmitted e) {
                clocks.put(id, PetitionClock.of(e));
            }
            clocks.put(id, clocks.get(id).evolve(recorded.event()));
        }
        Map<String, int[]> expected = new TreeMap<>();
        List<String> overdue = new ArrayList<>();
        listed.forEach((id, petition) -> {
            boolean bureau = Set.of(State.PENDING_REVIEW, State.AWAITING_CORRECTION, State.ACCEPTED)
                    .contains(petition.state());
            boolean agency = Set.of(State.DISPATCHED, State.HANDLING, State.REPLY_IN_REVIEW)
                    .contains(petition.state());
            if (bureau || agency) {
                Light light = light(clocks.get(id), bureau);
                expected.computeIfAbsent(bureau ? "bureau" : petition.agency(), code -> new int[3])[light.ordinal()]++;
                if (light == Light.RED) {
                    overdue.add(id.value());
                }
            }
        });
        BoardState shown = folded(log).show(new BoardView(null, Set.of(), Set.of(), true, 200), LATER);
        Map<String, int[]> counted = new TreeMap<>(shown.agencies().stream()
                .collect(Collectors.toMap(row -> row.agency().code(), row -> lights(row.counts()))));
        counted.put("bureau", lights(shown.bureau()));
        assertThat(counted.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (code, lights) -> assertThat(counted.get(code)).as(code).isEqualTo(lights));
        assertThat(expected.values())
                .anyMatch(lights -> lights[0] > 0)
                .anyMatch(lights -> lights[1] > 0)
                .anyMatch(lights -> lights[2] > 0);
        assertThat(shown.overdue()).extracting(Overdue::petition).containsExactlyInAnyOrderElementsOf(overdue);
        assertThat(shown.overdue()).isSortedAccordingTo(Comparator.comparing(Overdue::dueAt));
        assertThat(sum(shown.districts().stream().map(row -> row.counts()).toList()))
                .isEqualTo(lights(shown.totals()))
                .isEqualTo(
                        sum(Stream.concat(shown.agencies().stream().map(AgencyRow::counts), Stream.of(shown.bureau()))
                                .toList()));
    }

    private static Light light(PetitionClock clock, boolean bureau) {
        List<String> held =
                clock.standstill() == null ? List.of() : clock.standstill().codes();
        return clock.running().stream()
                .filter(running -> running.deadline().alerts().lit()
                        && running.deadline().duty().isTheBureaus() == bureau
                        && !held.contains(running.deadline().code()))
                .map(running -> running.missed()
                        ? Light.RED
                        : running.warned() || isYellowFromTheStart(running.deadline()) ? Light.YELLOW : Light.GREEN)
                .max(Comparator.naturalOrder())
                .orElse(Light.GREEN);
    }

    private static boolean isYellowFromTheStart(Deadline deadline) {
        return !deadline.alerts().yellowFrom().isAfter(deadline.startedAt());
    }

    private static int[] lights(Counts counts) {
        return new int[] {counts.green(), counts.yellow(), counts.red()};
    }

    private static int[] sum(List<Counts> rows) {
        int[] sum = new int[3];
        rows.forEach(row -> {
            int[] lights = lights(row);
            for (int i = 0; i < 3; i++) {
                sum[i] += lights[i];
            }
        });
        return sum;
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        List<Recorded<?>> log = log(new Random(3));
        SupervisionBoard board = folded(log);
        BoardState before = board.show(ALL, LATER);
        for (Recorded<?> again : log) {
            board.evolve(again);
            assertThat(board.show(ALL, LATER)).isEqualTo(before);
        }
    }

    @Test
    void a_node_that_starts_goes_on_from_what_it_kept() {
        List<Recorded<?>> log = log(new Random(4));
        int stop = log.size() / 2;
        try (CurrentBoard board = board()) {
            log.subList(0, stop).forEach(board::apply);
        }
        try (CurrentBoard board = board()) {
            assertThat(board.position()).isEqualTo(log.get(stop - 1).position());
            assertThat(board.tokens().fetchToken("any", 0).position()).hasValue(board.position());
            BoardFollowing following = board.follow(ALL);
            log.subList(stop, log.size()).forEach(board::apply);
            assertThat(shown(board, ALL, LATER)).isEqualTo(folded(log).show(ALL, LATER));
            // Who knew what was kept is told what has changed since; who knew less, all of it.
            assertThat(following.join(log.get(stop - 1).position()).forTheNewcomer())
                    .hasValueSatisfying(told -> assertThat(told.whole()).isFalse());
            assertThat(following.join(log.get(stop - 2).position()).forTheNewcomer())
                    .hasValueSatisfying(told -> assertThat(told.whole()).isTrue());
        }
    }

    @Test
    void a_node_that_stops_before_an_event_that_can_not_be_folded_is_parked_meets_it_again() {
        try (CurrentBoard board = board()) {
            board.apply(new Recorded<>(registered(Lives.AGENCY), 0, 1));
            assertThatThrownBy(() -> board.apply(new Recorded<>("not for the board", 0, 2)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (CurrentBoard board = board()) {
            assertThat(board.position()).isEqualTo(1);
        }
    }

    @Test
    void another_generation_that_holds_the_same_shows_the_same_and_whoever_follows_is_told_all_of_it() {
        List<Recorded<?>> log = log(new Random(5));
        try (CurrentBoard board = board()) {
            log.forEach(board::apply);
            BoardReadModel model = new BoardReadModel(board);
            BoardState before = shown(board, ALL, LATER);
            BoardFollowing following = board.follow(ALL);
            CurrentBoard beside = board.beside();
            log.subList(0, log.size() - 1).forEach(beside::apply);
            assertThat(shown(board, ALL, LATER)).isEqualTo(before);
            log.subList(log.size() - 1, log.size()).forEach(beside::apply);
            String digest = model.content().get().toString();
            board.takeOver(beside);
            assertThat(model.content().get()).hasToString(digest);
            assertThat(shown(board, ALL, LATER)).isEqualTo(before);
            assertThat(following.next())
                    .hasValueSatisfying(told -> assertThat(told.whole()).isTrue());
            assertThat(following.next()).isEmpty();
            board.apply(new Recorded<>(Life.posted(999, Lives.START).events().getFirst(), 0, board.position() + 1));
            assertThat(shown(board, ALL, LATER)).as("the new one goes on").isNotEqualTo(before);
        }
        try (CurrentBoard again = board()) {
            assertThat(again.position())
                    .as("and was kept")
                    .isGreaterThanOrEqualTo(log.getLast().position());
        }
    }

    @Test
    void an_accusation_counts_everywhere_and_is_never_in_a_leaders_list() {
        Life accusation = Life.posted(3, Lives.START);
        accusation.happens(new PetitionAccepted(
                accusation.id(),
                PetitionType.COMPLAINT,
                "政务",
                PetitionClass.ACCUSATION,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                accusation.now()));
        accusation.happens(
                new PetitionDispatched(accusation.id(), Lives.AGENCY, null, accusation.now(), accusation.now()));
        accusation.after(Duration.ofDays(30));
        SupervisionBoard board = folded(recorded(accusation));
        BoardState leaders = board.show(new BoardView(null, Set.of(), Set.of(), false, 50), LATER);
        assertThat(leaders.totals().red()).isEqualTo(1);
        assertThat(leaders.overdue()).isEmpty();
        assertThat(board.show(ALL, LATER).overdue()).hasSize(1);
    }

    @Test
    void a_title_is_listed_only_while_the_public_sees_it() {
        Life life = Life.inHand(3, Lives.START).after(Duration.ofDays(30));
        assertThat(folded(recorded(life)).show(ALL, LATER).overdue().getFirst().title())
                .isNull();
        life.happens(new PetitionPublished(life.id(), "噪音扰民", "请核实。", life.now()));
        assertThat(folded(recorded(life)).show(ALL, LATER).overdue().getFirst().title())
                .isEqualTo("噪音扰民");
        life.happens(new PetitionTakenDown(life.id(), "应留言人要求", life.now()));
        assertThat(folded(recorded(life)).show(ALL, LATER).overdue().getFirst().title())
                .isNull();
    }

    @Test
    void a_county_officer_sees_what_came_to_the_own_countys_board() {
        SupervisionBoard board = folded(List.of(
                posted(1, Board.COUNTY_LEADER, "445224"),
                posted(2, Board.MUNICIPAL_LEADER, "445224"),
                posted(3, Board.COUNTY_LEADER, "445281")));
        BoardState county = board.show(new BoardView("445224", Set.of(), Set.of(), true, 50), LATER);
        assertThat(county.totals()).isEqualTo(new Counts(1, 0, 0, null, 0, 0));
        assertThat(county.districts()).extracting(DistrictRow::district).containsExactly("445224");
        assertThat(board.show(ALL, LATER).totals().green()).isEqualTo(3);
    }

    private static Recorded<PetitionSubmitted> posted(int n, Board to, String district) {
        PetitionSubmitted any =
                (PetitionSubmitted) Life.posted(n, Lives.START).events().getFirst();
        return new Recorded<>(
                new PetitionSubmitted(
                        any.petitionId(),
                        any.number(),
                        any.author(),
                        any.section(),
                        to,
                        any.type(),
                        any.domain(),
                        district,
                        any.visibilityWish(),
                        any.nickname(),
                        any.title(),
                        any.body(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        any.noticeVersion(),
                        null,
                        any.at()),
                0,
                n);
    }

    @Test
    void what_stands_still_presses_nobody() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CitizenContacted(life.id(), ContactChannel.PHONE, true, Lives.sealed("x"), life.now()));
        life.after(Duration.ofDays(9));
        assertThat(folded(recorded(life)).show(ALL, LATER).totals().yellow()).isEqualTo(1);
        life.paused(Duration.ofDays(3));
        assertThat(folded(recorded(life)).show(ALL, LATER).totals()).isEqualTo(new Counts(1, 0, 0, null, 0, 0));
    }

    /** On a Sunday one working day is no more than what is left of it. */
    @Test
    void what_is_yellow_from_its_start_is_yellow_without_an_alert() {
        Life life = Life.posted(1, Lives.START.plus(Duration.ofDays(6)));
        assertThat(life.events()).noneMatch(YellowAlertRaised.class::isInstance);
        assertThat(folded(recorded(life)).show(ALL, LATER).totals()).isEqualTo(new Counts(0, 1, 0, null, 0, 0));
    }

    @Test
    void more_time_turns_the_light_green_again() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CitizenContacted(life.id(), ContactChannel.PHONE, true, Lives.sealed("x"), life.now()));
        life.after(Duration.ofDays(9)).extended(3);
        assertThat(folded(recorded(life)).show(ALL, LATER).totals()).isEqualTo(new Counts(1, 0, 0, null, 0, 0));
    }

    @Test
    void an_order_that_is_handed_over_counts_with_the_successor_alone() {
        List<SupervisionEvent> order = order(1, Lives.AGENCY, new Random(1) {
            @Override
            public int nextInt(int bound) {
                return 1;
            }
        });
        SupervisionBoard board = new SupervisionBoard();
        board.evolve(new Recorded<>(registered(Lives.AGENCY), 0, 1));
        board.evolve(new Recorded<>(registered(Lives.OTHER_AGENCY), 0, 2));
        board.evolve(new Recorded<>(order.get(0), 0, 3));
        board.evolve(new Recorded<>(order.get(1), 1, 4));
        board.evolve(new Recorded<>(
                new SupervisionHandedOver(
                        new SupervisionOrderId("ORD-1"), Lives.AGENCY, Lives.OTHER_AGENCY, true, Lives.START),
                2,
                5));
        BoardState shown = board.show(ALL, Lives.START);
        assertThat(shown.totals().ordersOpen()).isEqualTo(1);
        assertThat(shown.agencies().stream()
                        .filter(row -> row.counts().ordersOpen() > 0)
                        .map(row -> row.agency().code()))
                .containsExactly(Lives.OTHER_AGENCY);
    }

    @Test
    void an_order_becomes_late_without_anything_happening() {
        List<SupervisionEvent> order = order(1, Lives.AGENCY, new Random(1) {
            @Override
            public int nextInt(int bound) {
                return bound == 2_000 ? 24 : 1;
            }
        });
        now = Lives.START;
        try (CurrentBoard board = board()) {
            board.apply(new Recorded<>(registered(Lives.AGENCY), 0, 1));
            board.apply(new Recorded<>(order.get(0), 0, 2));
            board.apply(new Recorded<>(order.get(1), 1, 3));
            BoardFollowing following = board.follow(ALL);
            assertThat(following.next()).isEmpty();
            now = Lives.START.plus(Duration.ofHours(25));
            Optional<Told> told = following.next();
            assertThat(told).hasValueSatisfying(change -> assertThat(JSON.readTree(change.json())
                            .at("/agencies/0/counts/ordersLate")
                            .intValue())
                    .isEqualTo(1));
            assertThat(following.next()).isEmpty();
        }
    }
}
