package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.ListingIndex;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The public listing at two sizes: queries to the index one at a time, beside the plain design; every match of a text looked for;
 * and then the running jar on the same index ({@link ListingHttp}).
 */
final class Listing {

    /** What a page has; one more is asked for, as the door does, to know whether there is another page. */
    static final int PAGE = 20;

    /** The embedded server scans: what it takes grows with the collection, and all of it lies in memory. */
    private static final int MOST_OF_THE_PEER = 100_000;

    private static final int TEXTS = 200;

    private final Settings settings;
    private final Report report;
    private final boolean peers;

    Listing(Settings settings, Report report, boolean peers) {
        this.settings = settings;
        this.report = report;
        this.peers = peers;
    }

    void run() throws Exception {
        for (int size : settings.quick() ? new int[] {5_000, 25_000} : new int[] {25_000, 1_000_000}) {
            DemoPetitions demo = new DemoPetitions(size);
            Path data = filled(demo);
            try (PetitionIndex index = ListingIndex.open(data.resolve(PetitionIndex.NAME))) {
                // The first in every process has the compiler beside it.
                Sizes sizes = new Sizes(index, demo, Report.count(size) + " petitions: ");
                requireEveryMatch(sizes);
                for (int round = 0; round < settings.rounds(); round++) {
                    pages(sizes);
                    texts(sizes);
                    facets(sizes);
                }
                if (peers) {
                    peer(sizes);
                }
            }
            new ListingHttp(settings, report).run(data, Report.count(size) + " petitions: ", deepPage(size));
        }
    }

    /** @param name begins the rows */
    private record Sizes(PetitionIndex index, DemoPetitions demo, String name) {

        /** Wanted at the largest size. */
        String wanted(String target) {
            return demo.count() >= 1_000_000 ? target : "";
        }
    }

    /** The page that is far back; there are that many of the filters below in any case. */
    static int deepPage(int petitions) {
        return petitions / PAGE / 10;
    }

    /** A data folder with the index of these petitions, as the platform writes it; made where there is none yet. */
    private Path filled(DemoPetitions demo) throws IOException {
        Path data = settings.work().resolve("listing-" + demo.count());
        Path ready = data.resolve("ready");
        if (Files.exists(ready)) {
            return data;
        }
        Folders.fresh(data);
        try (Platform platform = Platform.commandSide(data)) {
            // The directory, so that agencies have names.
            Cast.assemble(platform);
        }
        long start = System.nanoTime();
        try (PetitionIndex index = ListingIndex.open(data.resolve(PetitionIndex.NAME))) {
            List<ListedPetition> batch = new ArrayList<>();
            for (int number = 0; number < demo.count(); number++) {
                batch.add(demo.petition(number));
                if (batch.size() == 5_000 || number == demo.count() - 1) {
                    index.save(batch, batch.getLast().order());
                    batch.clear();
                }
            }
            ListingIndex.nothingRead(index);
        }
        Files.createFile(ready);
        report.note(String.format(
                Locale.ROOT,
                "an index of %s petitions was made in %.0f s",
                Report.count(demo.count()),
                (System.nanoTime() - start) / 1e9));
        return data;
    }

    /** A type and three of six districts: about one petition in six. */
    private static List<PetitionFilter> filters() {
        List<PetitionFilter> filters = new ArrayList<>();
        for (int three = 0; three < 1 << DemoPetitions.DISTRICTS.size(); three++) {
            if (Integer.bitCount(three) != 3) {
                continue;
            }
            Set<String> districts = new TreeSet<>();
            for (int i = 0; i < DemoPetitions.DISTRICTS.size(); i++) {
                if ((three >> i & 1) == 1) {
                    districts.add(DemoPetitions.DISTRICTS.get(i));
                }
            }
            for (PetitionType type : List.of(PetitionType.COMPLAINT, PetitionType.HELP)) {
                filters.add(new PetitionFilter(
                        Set.of(), Set.of(type), Set.of(), districts, Set.of(), Set.of(), null, null, null));
            }
        }
        return filters;
    }

    private static Filter published(PetitionFilter petitions, String text) {
        return new Filter(true, null, petitions, text);
    }

    /** Filter, sort, page: the first page and one far back, for every order. */
    private void pages(Sizes sizes) {
        List<PetitionFilter> filters = filters();
        int deep = deepPage(sizes.demo().count());
        for (Order order : List.of(Order.PUBLISHED, Order.SUBMITTED, Order.RESOLVED)) {
            // Finding where a page begins takes long, so only some.
            Map<PetitionFilter, Ranked> places = new HashMap<>();
            for (PetitionFilter filter : filters.subList(0, 8)) {
                List<Hit> before = sizes.index().page(published(filter, null), order, null, false, (deep - 1) * PAGE);
                if (before.size() < (deep - 1) * PAGE) {
                    throw new IllegalStateException("There is no page " + deep + " of " + filter);
                }
                places.put(filter, before.getLast().place());
            }
            List<Runnable> first = filters.stream()
                    .map(filter -> page(sizes, filter, order, null))
                    .toList();
            List<Runnable> firstOfSome = places.keySet().stream()
                    .map(filter -> page(sizes, filter, order, null))
                    .toList();
            List<Runnable> far = places.entrySet().stream()
                    .map(place -> page(sizes, place.getKey(), order, place.getValue()))
                    .toList();
            String by = "filter, by " + order.name().toLowerCase(Locale.ROOT) + ", page ";
            report.add(
                    new Row(sizes.name() + by + "1, p99", "ms", sizes.wanted("≤ 20 ms"), null, true),
                    Who.OURS,
                    Senders.Sent.quantile(times(first), 0.99));
            long[] farTimes = times(far);
            report.add(
                    new Row(
                            sizes.name() + by + Report.count(deep) + ", p99",
                            "ms",
                            sizes.wanted("≤ 20 ms"),
                            null,
                            true),
                    Who.OURS,
                    Senders.Sent.quantile(farTimes, 0.99));
            report.add(
                    new Row(
                            sizes.name() + by + Report.count(deep) + " against page 1, medians",
                            "×",
                            sizes.wanted("≤ 1.1"),
                            null,
                            true),
                    Who.OURS,
                    Senders.Sent.quantile(farTimes, 0.5) / Senders.Sent.quantile(times(firstOfSome), 0.5));
        }
    }

    private static Runnable page(Sizes sizes, PetitionFilter filter, Order order, Ranked from) {
        return () -> sizes.index().page(published(filter, null), order, from, false, PAGE + 1);
    }

    /** The first page of a search, best first, with what was found marked. */
    private void texts(Sizes sizes) {
        List<Runnable> searches = new ArrayList<>();
        for (String text : texts(sizes.demo())) {
            searches.add(() ->
                    sizes.index().page(published(PetitionFilter.ALL, text), Order.RELEVANCE, null, false, PAGE + 1));
        }
        long[] times = times(searches);
        report.add(
                new Row(sizes.name() + TEXTS + " texts, page 1 by relevance, p50", "ms", "", null, true),
                Who.OURS,
                Senders.Sent.quantile(times, 0.5));
        report.add(
                new Row(
                        sizes.name() + TEXTS + " texts, page 1 by relevance, p99",
                        "ms",
                        sizes.wanted("≤ 50 ms"),
                        null,
                        true),
                Who.OURS,
                Senders.Sent.quantile(times, 0.99));
    }

    private void facets(Sizes sizes) {
        Set<Facet> all = EnumSet.allOf(Facet.class);
        Row whole = new Row(
                sizes.name() + all.size() + " facets of the whole list, p99",
                "ms",
                sizes.wanted("≤ 100 ms"),
                null,
                true);
        report.add(
                whole,
                Who.OURS,
                Senders.Sent.quantile(
                        times(List.of(() -> sizes.index().facets(published(PetitionFilter.ALL, null), all))), 0.99));
        List<Runnable> filtered = filters().stream()
                .<Runnable>map(filter -> () -> sizes.index().facets(published(filter, null), all))
                .toList();
        report.add(
                new Row(
                        sizes.name() + all.size() + " facets of a filter, p99",
                        "ms",
                        sizes.wanted("≤ 100 ms"),
                        null,
                        true),
                Who.OURS,
                Senders.Sent.quantile(times(filtered), 0.99));
    }

    /** Parts of the petitions' texts, letters and digits only, of 2 to 8 characters: short ones are in many. */
    private static List<String> texts(DemoPetitions demo) {
        SplittableRandom random = new SplittableRandom(Settings.SEED);
        Set<String> texts = new TreeSet<>();
        while (texts.size() < TEXTS) {
            String whole = whole(demo.petition(random.nextInt(demo.count())));
            int length = 2 + random.nextInt(7);
            int from = random.nextInt(whole.length() - length);
            String part = whole.substring(from, from + length);
            if (part.codePoints().allMatch(Character::isLetterOrDigit)) {
                texts.add(part);
            }
        }
        return List.copyOf(texts);
    }

    private static String whole(ListedPetition petition) {
        String shown = petition.title() + "\n" + petition.body();
        return petition.publicReply() == null ? shown : shown + "\n" + petition.publicReply();
    }

    /** @throws IllegalStateException where a petition has a text in it and is not found by it */
    private void requireEveryMatch(Sizes sizes) {
        List<String> texts = texts(sizes.demo());
        List<BitSet> scanned = scan(sizes.demo(), texts);
        long matches = 0;
        long missed = 0;
        long others = 0;
        for (int i = 0; i < texts.size(); i++) {
            BitSet found = new BitSet();
            sizes.index()
                    .foldedTitles(published(PetitionFilter.ALL, texts.get(i)))
                    .forEach(title -> found.set(DemoPetitions.number(title)));
            BitSet lost = (BitSet) scanned.get(i).clone();
            lost.andNot(found);
            missed += lost.cardinality();
            matches += scanned.get(i).cardinality();
            found.andNot(scanned.get(i));
            others += found.cardinality();
        }
        report.add(
                new Row(sizes.name() + "matches missed, of " + TEXTS + " texts against a scan", "", "0", null, true),
                Who.OURS,
                missed);
        report.note(sizes.name() + TEXTS + " texts are in " + Report.count(matches) + " petitions by a plain scan; "
                + Report.count(others) + " more were found, which have them in another case, width or script");
        if (missed > 0) {
            throw new IllegalStateException(
                    "The search misses " + missed + " of " + matches + " petitions that have the text in them.");
        }
    }

    /** For each text the numbers of the petitions that have it in them, without any of the platform's own folding. */
    private static List<BitSet> scan(DemoPetitions demo, List<String> texts) {
        List<BitSet> matches = texts.stream().map(text -> new BitSet()).toList();
        // A word of a bit set belongs to one thread: parts begin at multiples of 64.
        int part = 64 * 1_024;
        IntStream.rangeClosed(0, (demo.count() - 1) / part).parallel().forEach(n -> {
            List<BitSet> some = texts.stream().map(text -> new BitSet()).toList();
            for (int number = n * part; number < Math.min(demo.count(), (n + 1) * part); number++) {
                String whole = whole(demo.petition(number));
                for (int i = 0; i < texts.size(); i++) {
                    if (whole.contains(texts.get(i))) {
                        some.get(i).set(number);
                    }
                }
            }
            synchronized (matches) {
                for (int i = 0; i < some.size(); i++) {
                    matches.get(i).or(some.get(i));
                }
            }
        });
        return matches;
    }

    /** The same petitions, the same pages; as many as it takes, where these are too many for it. */
    private void peer(Sizes sizes) {
        boolean same = sizes.demo().count() <= MOST_OF_THE_PEER;
        DemoPetitions demo = same ? sizes.demo() : new DemoPetitions(MOST_OF_THE_PEER);
        String name = same ? sizes.name() : sizes.name() + "the peer with " + Report.count(MOST_OF_THE_PEER) + ": ";
        int deep = deepPage(demo.count());
        List<PetitionFilter> filters = filters().subList(0, 8);
        try (ListingPeer peer = new ListingPeer(demo)) {
            if (same) {
                for (PetitionFilter filter : filters) {
                    List<String> ours =
                            sizes.index().page(published(filter, null), Order.PUBLISHED, null, false, PAGE).stream()
                                    .map(hit -> hit.petition().id().value())
                                    .toList();
                    if (!ours.equals(peer.page(filter, 0, PAGE))) {
                        throw new IllegalStateException(
                                "The peer's first page of " + filter + " is another than ours.");
                    }
                }
            }
            for (int page : new int[] {1, deep}) {
                List<Runnable> pages = filters.stream()
                        .<Runnable>map(filter -> () -> peer.page(filter, (page - 1) * PAGE, PAGE + 1))
                        .toList();
                report.add(
                        new Row(
                                name + "filter, by published, page " + Report.count(page) + ", p99",
                                "ms",
                                same ? sizes.wanted("≤ 20 ms") : "",
                                null,
                                true),
                        Who.TUNED,
                        Senders.Sent.quantile(times(pages, 10), 0.99));
            }
        }
    }

    private long[] times(List<Runnable> queries) {
        return times(queries, 1);
    }

    /**
     * Half as often before it counts.
     *
     * @param slow how many times fewer
     * @return sorted
     */
    private long[] times(List<Runnable> queries, int slow) {
        int count = (settings.quick() ? 200 : 1_000) / slow;
        long[] times = new long[count];
        for (int n = -count / 2; n < count; n++) {
            Runnable query = queries.get(Math.floorMod(n, queries.size()));
            long start = System.nanoTime();
            query.run();
            if (n >= 0) {
                times[n] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times;
    }
}
