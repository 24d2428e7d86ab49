package cn.huiying.query.board;

import cn.huiying.query.board.BoardPetition.Running;
import cn.huiying.query.board.BoardState.AgencyRow;
import cn.huiying.query.board.BoardState.Counts;
import cn.huiying.query.board.BoardState.DistrictRow;
import cn.huiying.query.board.BoardState.Overdue;
import cn.huiying.query.common.LogPrefix;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.common.Stations;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.supervision.ListedOrder;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.organisation.AgencyRegistered;
import cn.huiying.shared.organisation.AgencySuspended;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Light;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * 督办看板: what everybody has in hand, by its light, and the supervision orders, folded from the log. The same at the same position,
 * but for the lateness of orders, of which the log says only when they are due. It knows since when each count is what it is, and so
 * what has changed since a position. For one thread.
 */
final class SupervisionBoard {

    /** Everything it has to keep to go on after a stop. */
    record Kept(
            long position,
            Collection<BoardPetition> petitions,
            Collection<ListedOrder> orders,
            Collection<AgencyEntry> agencies,
            String parked) {

        static final Kept NOTHING = new Kept(0, List.of(), List.of(), List.of(), "");

        public Kept {
            // Kept before there was any.
            parked = parked == null ? "" : parked;
        }
    }

    /** @param agency null for the bureau */
    private record Place(String agency, String district, boolean countyBoard) {}

    /** A place in the list of the overdue; unique. */
    private record Due(Instant at, String petition) implements Comparable<Due> {

        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::petition);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    private record Late(Due due, String number, String title, String deadline, boolean accusation, Place place) {}

    /** Where a petition counts and as what. @param late null where it is not overdue */
    private record Spot(Place place, Light light, Late late) {

        static Spot of(BoardPetition petition) {
            if (petition == null || !petition.inHand()) {
                return null;
            }
            Place place = new Place(petition.agency(), petition.district(), petition.countyBoard());
            Late late = petition.overdue()
                    .map(deadline -> late(petition, deadline, place))
                    .orElse(null);
            return new Spot(place, petition.light(), late);
        }

        private static Late late(BoardPetition petition, Running deadline, Place place) {
            return new Late(
                    new Due(deadline.dueAt(), petition.id()),
                    petition.number(),
                    petition.title(),
                    deadline.code(),
                    petition.accusation(),
                    place);
        }
    }

    /** What counts at one place, and the position of the last event that changed it. */
    private static final class Cell {

        private final int[] lights = new int[Light.values().length];
        private final TreeSet<Due> overdue = new TreeSet<>();
        private long changed;
        private long overdueChanged;
    }

    /** The open orders to one agency. */
    private static final class Orders {

        private final Map<String, ListedOrder> open = new HashMap<>();
        private long changed;
    }

    /** A row in the making. */
    private static final class Tally {

        private int green;
        private int yellow;
        private int red;
        private Instant oldest;
        private int open;
        private int late;
        private boolean changed;

        void add(Cell cell, boolean hasChanged) {
            green += cell.lights[Light.GREEN.ordinal()];
            yellow += cell.lights[Light.YELLOW.ordinal()];
            red += cell.lights[Light.RED.ordinal()];
            if (!cell.overdue.isEmpty()) {
                Instant first = cell.overdue.getFirst().at();
                oldest = oldest == null || first.isBefore(oldest) ? first : oldest;
            }
            changed |= hasChanged;
        }

        void add(int ordersOpen, int ordersLate, boolean hasChanged) {
            open += ordersOpen;
            late += ordersLate;
            changed |= hasChanged;
        }

        Counts counts() {
            return new Counts(green, yellow, red, oldest, open, late);
        }
    }

    private final Map<String, BoardPetition> petitions = new HashMap<>();
    private final Map<String, ListedOrder> orders = new HashMap<>();
    private final Map<String, AgencyEntry> agencies = new HashMap<>();
    private final Map<Place, Cell> cells = new HashMap<>();
    private final NavigableMap<Due, Late> overdue = new TreeMap<>();
    private final Map<String, Orders> ordersOf = new HashMap<>();
    private long floor;
    private long position;
    private long changed;

    SupervisionBoard() {
        this(Kept.NOTHING);
    }

    SupervisionBoard(Kept kept) {
        floor = kept.position();
        position = kept.position();
        kept.agencies().forEach(agency -> agencies.put(agency.code(), agency));
        kept.petitions().forEach(petition -> put(petition.id(), petition));
        kept.orders().forEach(order -> put(order.id(), order));
    }

    /** As it was once the event at this position was folded in. */
    static SupervisionBoard asOf(EventStore eventStore, Stations<Kept> stations, long position) {
        Map.Entry<Long, Kept> station = stations.before(position);
        SupervisionBoard board = new SupervisionBoard(station == null ? Kept.NOTHING : station.getValue());
        LogPrefix.read(
                eventStore,
                station == null ? 0 : station.getKey(),
                position,
                type -> PetitionEvent.class.isAssignableFrom(type)
                        || SupervisionEvent.class.isAssignableFrom(type)
                        || AgencyEvent.class.isAssignableFrom(type),
                board::evolve,
                passed -> stations.pass(passed, () -> board.kept("")));
        return board;
    }

    /** @param parked what is kept beside it */
    Kept kept(String parked) {
        return new Kept(
                position,
                List.copyOf(petitions.values()),
                List.copyOf(orders.values()),
                List.copyOf(agencies.values()),
                parked);
    }

    /** Everything up to here is folded in. */
    long position() {
        return position;
    }

    /** Whether what has changed since then can be told; where not, all of it has to be. */
    boolean remembers(long since) {
        return since >= floor && since <= position;
    }

    /** What has no part in the board moves it on, too. */
    void passed(long to) {
        position = Math.max(position, to);
    }

    /** An event that is folded in already changes nothing. */
    void evolve(Recorded<?> recorded) {
        if (recorded.position() > position) {
            long before = position;
            boolean folded = false;
            position = recorded.position();
            try {
                evolveLate(recorded);
                folded = true;
            } finally {
                // What can't be folded is not passed: it is kept only once it is parked.
                position = folded ? position : before;
            }
        }
    }

    /** An event that was held back while others were folded in. */
    void evolveLate(Recorded<?> recorded) {
        switch (recorded.event()) {
            case PetitionEvent e -> {
                String id = e.petitionId().value();
                put(id, BoardPetition.evolve(petitions.get(id), e));
            }
            case SupervisionEvent e -> {
                ListedOrder before = orders.get(e.orderId().value());
                if (before != null || e instanceof SupervisionOrderDrafted) {
                    put(
                            e.orderId().value(),
                            ListedOrder.evolve(before, new Recorded<>(e, recorded.version(), recorded.position())));
                }
            }
            case AgencyEvent e -> put(e);
            default -> throw new IllegalArgumentException("Not for the board: " + recorded.event());
        }
    }

    private void put(String id, BoardPetition after) {
        BoardPetition before = after == null ? petitions.remove(id) : petitions.put(id, after);
        if (before == after) {
            return;
        }
        Spot from = Spot.of(before);
        Spot to = Spot.of(after);
        if (!Objects.equals(from, to)) {
            count(from, -1);
            count(to, 1);
        }
    }

    private void count(Spot spot, int by) {
        if (spot == null) {
            return;
        }
        Cell cell = cells.computeIfAbsent(spot.place(), place -> new Cell());
        cell.lights[spot.light().ordinal()] += by;
        cell.changed = position;
        changed = position;
        if (spot.late() != null) {
            cell.overdueChanged = position;
            if (by > 0) {
                cell.overdue.add(spot.late().due());
                overdue.put(spot.late().due(), spot.late());
            } else {
                cell.overdue.remove(spot.late().due());
                overdue.remove(spot.late().due());
            }
        }
    }

    private void put(String id, ListedOrder after) {
        ListedOrder known = orders.get(id);
        if (known != null && !known.agency().equals(after.agency())) {
            // Handed over to a successor.
            Orders former = ordersOf.get(known.agency());
            if (former.open.remove(id) != null) {
                former.changed = position;
                changed = position;
            }
        }
        boolean over = after.state() == SupervisionState.COMPLETED || after.state() == SupervisionState.CANCELLED;
        if (over) {
            orders.remove(id);
        } else {
            orders.put(id, after);
        }
        Orders ofAgency = ordersOf.computeIfAbsent(after.agency(), code -> new Orders());
        ListedOrder counted = over || after.state() == SupervisionState.DRAFT ? null : after;
        ListedOrder before = counted == null ? ofAgency.open.remove(id) : ofAgency.open.put(id, counted);
        if ((before == null) != (counted == null)
                || before != null && !Objects.equals(before.feedbackDueAt(), counted.feedbackDueAt())) {
            ofAgency.changed = position;
            changed = position;
        }
    }

    private void put(AgencyEvent event) {
        AgencyEntry entry =
                switch (event) {
                    case AgencyRegistered e -> e.entry();
                    case AgencyDutiesChanged e -> e.entry();
                    case AgencySuspended e -> null;
                    case AgencyMerged e -> null;
                };
        if (entry == null) {
            return;
        }
        AgencyEntry before = agencies.put(entry.code(), entry);
        if (before == null
                || !before.name().equals(entry.name())
                || !before.district().equals(entry.district())) {
            // Wherever its name stands, and whichever districts its orders count in: rare, so all of it is told again.
            floor = position;
            changed = position;
        }
    }

    /** All that a view shows. */
    BoardState show(BoardView view, Instant now) {
        return collect(view, -1, Instant.MIN, now).orElseThrow();
    }

    /**
     * What has changed in a view; empty where nothing has.
     *
     * @param since  a position that it {@linkplain #remembers}
     * @param before up to when it was known which orders are late
     */
    Optional<BoardState> changes(BoardView view, long since, Instant before, Instant now) {
        if (changed <= since && orders.values().stream().noneMatch(order -> hasBecomeLate(order, before, now))) {
            return Optional.empty();
        }
        return collect(view, since, before, now);
    }

    private static boolean hasBecomeLate(ListedOrder order, Instant before, Instant now) {
        return order.late(now) && !order.late(before);
    }

    /** @param since -1 for everything */
    private Optional<BoardState> collect(BoardView view, long since, Instant before, Instant now) {
        Tally totals = new Tally();
        Tally bureau = new Tally();
        Map<String, Tally> byDistrict = new TreeMap<>();
        Map<String, Tally> byAgency = new TreeMap<>();
        boolean list = since < 0;
        for (Map.Entry<Place, Cell> entry : cells.entrySet()) {
            Place place = entry.getKey();
            Cell cell = entry.getValue();
            if (view.shows(place.agency(), place.district(), place.countyBoard())) {
                boolean hasChanged = cell.changed > since;
                list |= cell.overdueChanged > since;
                totals.add(cell, hasChanged);
                byDistrict
                        .computeIfAbsent(place.district(), code -> new Tally())
                        .add(cell, hasChanged);
                (place.agency() == null ? bureau : byAgency.computeIfAbsent(place.agency(), code -> new Tally()))
                        .add(cell, hasChanged);
            }
        }
        for (Map.Entry<String, Orders> entry : ordersOf.entrySet()) {
            String code = entry.getKey();
            String district = districtOf(code);
            if (!view.showsAgency(code) || !view.showsDistrict(district)) {
                continue;
            }
            Collection<ListedOrder> open = entry.getValue().open.values();
            int late = (int) open.stream().filter(order -> order.late(now)).count();
            boolean hasChanged = entry.getValue().changed > since
                    || open.stream().anyMatch(order -> hasBecomeLate(order, before, now));
            totals.add(open.size(), late, hasChanged);
            byAgency.computeIfAbsent(code, c -> new Tally()).add(open.size(), late, hasChanged);
            if (district != null) {
                byDistrict.computeIfAbsent(district, c -> new Tally()).add(open.size(), late, hasChanged);
            }
        }
        if (!totals.changed && !list && since >= 0) {
            return Optional.empty();
        }
        boolean whole = since < 0;
        return Optional.of(new BoardState(
                totals.counts(),
                bureau.counts(),
                byDistrict.entrySet().stream()
                        .filter(row -> whole || row.getValue().changed)
                        .map(row -> new DistrictRow(row.getKey(), row.getValue().counts()))
                        .filter(row -> !whole || !row.counts().nothing())
                        .toList(),
                byAgency.entrySet().stream()
                        .filter(row -> whole || row.getValue().changed)
                        .map(row -> new AgencyRow(
                                name(row.getKey()),
                                districtOf(row.getKey()),
                                row.getValue().counts()))
                        .filter(row -> !whole || !row.counts().nothing())
                        .toList(),
                list ? oldest(view) : null));
    }

    private List<Overdue> oldest(BoardView view) {
        return overdue.values().stream()
                .filter(late -> view.accusations() || !late.accusation())
                .filter(late -> view.shows(
                        late.place().agency(),
                        late.place().district(),
                        late.place().countyBoard()))
                .limit(view.overdue())
                .map(late -> new Overdue(
                        late.due().petition(),
                        late.number(),
                        late.title(),
                        late.place().agency() == null ? null : name(late.place().agency()),
                        late.place().district(),
                        late.deadline(),
                        Duty.of(late.deadline()).chinese(),
                        late.due().at()))
                .toList();
    }

    private AgencyName name(String code) {
        AgencyEntry entry = agencies.get(code);
        return new AgencyName(code, entry == null ? code : entry.name());
    }

    private String districtOf(String code) {
        AgencyEntry entry = agencies.get(code);
        return entry == null ? null : entry.district();
    }
}
