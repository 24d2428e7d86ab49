package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.petition.PetitionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * How things stood, asked of the running jar by one client: at positions and moments drawn by chance from the whole log, beside the same
 * pages of the present, asked so that none is answered out of what is kept.
 */
final class Past {

    private static final int QUESTIONS = 300;
    private static final String LIST = "/api/public/petitions?limit=20";

    private final Settings settings;
    private final Report report;

    Past(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws Exception {
        int petitions = settings.quick() ? 2_500 : 25_000;
        Path data = new Logs(settings.work()).of(petitions * Logs.EVENTS_OF_A_LIFE);
        fill(data);
        sizes(data, "listing");
        sizes(data, "statistics");
        List<String> ids = Logs.Contents.of(data).petitions().stream()
                .map(PetitionId::value)
                .toList();
        List<Instant> moments = moments(data);
        try (Jar jar = Jar.start(data);
                HttpClient health = HttpClient.newHttpClient()) {
            jar.awaitReady(health);
            try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
                Asking asking = new Asking(client, People.token(client, "supervisor"), moments.size());
                for (int round = 0; round < settings.rounds(); round++) {
                    ask(asking, ids, moments, Report.count(petitions) + " petitions, as of: ");
                }
                report.note(String.format("after that the platform had %.0f MB resident", jar.residentMb(false)));
            }
        }
    }

    /** Every read model, the histories among them, from nothing. */
    private void fill(Path data) throws Exception {
        for (String folder : List.of("listing", "listing-history", "statistics", "statistics-history")) {
            Folders.delete(data.resolve(folder));
        }
        try (Platform platform = Platform.both(data)) {
            double seconds = platform.secondsToHead();
            report.add(
                    new Row("the log into every read model, the histories among them", "events/s", "", null, false),
                    Who.OURS,
                    platform.door().position() / seconds);
        }
    }

    private void sizes(Path data, String model) throws IOException {
        double present = megabytes(data.resolve(model));
        double past = megabytes(data.resolve(model + "-history"));
        report.add(new Row(model + "-history on disk", "MB", "", null, true), Who.OURS, past);
        report.add(new Row(model + "-history against " + model, "×", "", null, true), Who.OURS, past / present);
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> {
                                try {
                                    return Files.size(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                            .sum()
                    / 1e6;
        }
    }

    /** When each event was recorded. */
    private static List<Instant> moments(Path data) {
        try (SqliteEventStorageEngine log = Logs.engine(data);
                Stream<? extends TrackedEventMessage<?>> all = log.readEvents(null, false)) {
            return new ArrayList<>(all.map(TrackedEventMessage::getTimestamp).toList());
        }
    }

    private static final class Asking {

        private final HttpLoad.Client client;
        private final String token;
        private final int head;
        private final SplittableRandom random = new SplittableRandom(Settings.SEED);

        Asking(HttpLoad.Client client, String token, int head) {
            this.client = client;
            this.token = token;
            this.head = head;
        }

        /** Of the later nine tenths: at first there is next to nothing. */
        int position() {
            return head / 10 + random.nextInt(head - head / 10) + 1;
        }

        Answer get(String path) {
            try {
                return client.send(new Request("GET", path, token, null, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Sorted; half as many before they count. What is not there yet is asked for elsewhere. */
        long[] times(int count, IntFunction<String> path) {
            long[] times = new long[count];
            for (int n = -(count / 2); n < count; ) {
                String asked = path.apply(n);
                long start = System.nanoTime();
                Answer answer = get(asked);
                long took = System.nanoTime() - start;
                if (answer.status() == 200) {
                    if (n >= 0) {
                        times[n] = took;
                    }
                    n++;
                } else if (answer.status() != 404) {
                    throw new IllegalStateException("GET " + asked + " was answered with " + answer);
                }
            }
            Arrays.sort(times);
            return times;
        }
    }

    private void ask(Asking asking, List<String> ids, List<Instant> moments, String name) {
        IntFunction<String> position = n -> "asOf=" + asking.position();
        IntFunction<String> moment = n -> "asOf=" + encoded("" + moments.get(asking.position() - 1));
        IntFunction<String> any = n -> ids.get(asking.random.nextInt(ids.size()));
        told(
                asking,
                name + "petition, by position",
                "≤ 50 ms",
                n -> "/api/petitions/" + any.apply(n) + "?" + position.apply(n));
        told(
                asking,
                name + "petition, by moment",
                "≤ 50 ms",
                n -> "/api/petitions/" + any.apply(n) + "?" + moment.apply(n));
        page(asking, name + "listing, page 1", LIST, position);
        page(asking, name + "listing, page 1, by moment", LIST, moment);
        page(asking, name + "listing, filtered", LIST + "&type=COMPLAINT&district=445224", position);
        page(asking, name + "listing, a text, by relevance", LIST + "&q=" + encoded("猪场臭气"), position);
        page(
                asking,
                name + "listing, facets and total",
                LIST + "&total=exact&facets=agency,domain,type,status,district",
                position);
        told(
                asking,
                name + "statistics by agency",
                "",
                n -> "/api/supervision/statistics?by=agency&" + position.apply(n));
        told(asking, name + "published figures", "", n -> "/api/public/statistics?" + position.apply(n));
        folded(asking, name + "intake queue", "/api/intake?limit=20");
        folded(asking, name + "supervision board", "/api/supervision/board");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private long[] told(Asking asking, String name, String wanted, IntFunction<String> path) {
        long[] times = asking.times(QUESTIONS, path);
        report.add(new Row(name + ", p50", "ms", "", null, true), Who.OURS, Senders.Sent.quantile(times, 0.5));
        report.add(new Row(name + ", p99", "ms", wanted, null, true), Who.OURS, Senders.Sent.quantile(times, 0.99));
        return times;
    }

    private void page(Asking asking, String name, String path, IntFunction<String> asOf) {
        long[] then = told(asking, name, "≤ 200 ms", n -> path + "&" + asOf.apply(n));
        // Another first day each time, all of them before the first petition: the same page, and never one that is
        // kept.
        long[] now = asking.times(
                QUESTIONS, n -> path + "&from=" + LocalDate.of(1990, 1, 1).plusDays(asking.random.nextInt(7_000)));
        report.add(
                new Row(name + ", against the present, medians", "×", "", null, true),
                Who.OURS,
                Senders.Sent.quantile(then, 0.5) / Senders.Sent.quantile(now, 0.5));
    }

    /** The first question of a position folds the log up to it, those that follow do not. */
    private void folded(Asking asking, String name, String path) {
        String asOf = (path.contains("?") ? "&" : "?") + "asOf=";
        for (int tenths : new int[] {2, 5, 10}) {
            long most = (long) asking.head * tenths / 10;
            // A position that nobody has asked for.
            long[] first = asking.times(8, n -> path + asOf + (most - asking.random.nextInt(1_000)));
            report.add(
                    new Row(name + ", first question at " + tenths + "/10 of the log, p50", "ms", "", null, true),
                    Who.OURS,
                    Senders.Sent.quantile(first, 0.5));
        }
        int one = asking.position();
        told(asking, name + ", asked again", "", n -> path + asOf + one);
    }
}
