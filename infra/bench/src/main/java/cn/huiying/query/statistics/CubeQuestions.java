package cn.huiying.query.statistics;

import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Lends the cube to the bench: facts made up of petitions that never were, and questions to them. */
public final class CubeQuestions implements AutoCloseable {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    private static final int DAYS = 3_650;
    private static final List<String> DOMAINS =
            List.of("城建", "交通", "三农", "环保", "教育", "医疗", "治安", "旅游", "就业", "文娱", "金融", "企业", "政务", "民政社保", "其他");
    private static final List<String> DISTRICTS = List.of("445200", "445202", "445203", "445222", "445224", "445281");

    /** A question, by the cube and by a plain pass over all facts in memory. */
    public record Question(String name, Runnable cube, Runnable pass) {}

    private final LuceneCube cube;
    private final List<Fact.Cell> cells = new ArrayList<>();

    /** Opens a folder, and fills it where it is empty. */
    public CubeQuestions(Path folder, int petitions, long seed) {
        cube = new LuceneCube(folder);
        boolean empty = cube.firstDay().isEmpty();
        SplittableRandom random = new SplittableRandom(seed);
        List<Fact> batch = new ArrayList<>();
        for (int n = 0; n < petitions; n++) {
            Fact fact = fact(n, petitions, random);
            cells.add(fact.cell());
            batch.add(fact);
            if (batch.size() == 5_000 || n == petitions - 1) {
                if (empty) {
                    cube.save(batch, n + 1, true);
                }
                batch.clear();
            }
        }
        if (empty) {
            cube.tokens().initializeTokenSegments(StatisticsProjection.NAME, 1, null);
        }
    }

    private static Fact fact(int n, int petitions, SplittableRandom random) {
        LocalDate day = FIRST.plusDays((long) DAYS * n / petitions);
        int kind = random.nextInt(100);
        Measure outcome = kind < 3
                ? Measure.WITHDRAWN
                : kind < 6
                        ? Measure.MERGED
                        : kind < 9 ? Measure.REDIRECTED : kind < 12 ? Measure.IN_HAND : Measure.RESOLVED;
        boolean resolved = outcome == Measure.RESOLVED;
        int workdays = 1 + random.nextInt(15);
        return new PetitionFact(
                "PET-" + n,
                day,
                Section.values()[random.nextInt(Section.values().length)],
                Board.values()[random.nextInt(Board.values().length)],
                PetitionType.values()[random.nextInt(PetitionType.values().length)],
                DOMAINS.get(random.nextInt(DOMAINS.size())),
                DISTRICTS.get(random.nextInt(DISTRICTS.size())),
                false,
                LimitClass.values()[random.nextInt(LimitClass.values().length)],
                "4452-%03d".formatted(random.nextInt(527)),
                outcome,
                random.nextInt(20) > 0,
                day,
                random.nextInt(10) > 0,
                random.nextInt(12) == 0,
                false,
                resolved ? day.plusDays(workdays) : null,
                resolved ? workdays : null,
                resolved && random.nextInt(3) > 0
                        ? SatisfactionBand.values()[random.nextInt(SatisfactionBand.values().length)]
                        : null,
                false,
                false,
                null,
                random.nextInt(20) == 0,
                false,
                false,
                false,
                1);
    }

    public List<Question> questions() {
        Slice all = new Slice(Axis.RECEIVED, null, null, Map.of());
        Slice year = all.during(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        Slice narrow = new Slice(
                Axis.RECEIVED,
                null,
                null,
                Map.of(Dimension.DISTRICT, Set.of("445224"), Dimension.TYPE, Set.of("HELP")));
        Slice resolved = new Slice(Axis.RESOLVED, null, null, Map.of());
        return List.of(
                new Question("the whole", () -> cube.count(all), () -> pass(all, cell -> "")),
                new Question(
                        "the whole by agency",
                        () -> cube.countBy(all, Dimension.AGENCY),
                        () -> pass(all, cell -> cell.at().get(Dimension.AGENCY))),
                new Question(
                        "the whole by day",
                        () -> cube.countByDay(all),
                        () -> pass(all, cell -> cell.receivedOn().toString())),
                new Question(
                        "all that was resolved, by domain",
                        () -> cube.countBy(resolved, Dimension.DOMAIN),
                        () -> pass(resolved, cell -> cell.at().get(Dimension.DOMAIN))),
                new Question(
                        "a year by agency",
                        () -> cube.countBy(year, Dimension.AGENCY),
                        () -> pass(year, cell -> cell.at().get(Dimension.AGENCY))),
                new Question(
                        "a district and a type, by day",
                        () -> cube.countByDay(narrow),
                        () -> pass(narrow, cell -> cell.receivedOn().toString())));
    }

    private Map<String, Tally> pass(Slice slice, Function<Fact.Cell, String> group) {
        Map<String, Tally> groups = new HashMap<>();
        for (Fact.Cell cell : cells) {
            LocalDate day = slice.axis() == Axis.RECEIVED ? cell.receivedOn() : cell.resolvedOn();
            boolean matches = day != null
                    && (slice.from() == null || !day.isBefore(slice.from()))
                    && (slice.to() == null || !day.isAfter(slice.to()))
                    && slice.where().entrySet().stream().allMatch(where -> where.getValue()
                            .contains(cell.at().get(where.getKey())));
            if (matches) {
                long bits = 0;
                for (Measure measure : cell.measures()) {
                    bits |= 1L << measure.ordinal();
                }
                groups.computeIfAbsent(group.apply(cell), key -> new Tally()).add(bits, 1);
            }
        }
        return groups;
    }

    @Override
    public void close() throws IOException {
        cube.close();
    }
}
