package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running jar on a filled index, 64 connections: the first page, one far back and petitions one by one, asked for anew or with
 * the tag of what the caller has; each beside raw Netty that sends the same bytes.
 */
final class ListingHttp {

    private static final String LIST = "/api/public/petitions";
    private static final Pattern ID = Pattern.compile("\"id\":\"(PET-[^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int CONDITIONAL_PERCENT = 80;

    private final Settings settings;
    private final Report report;

    /** Something to ask for, and the tag it came with. */
    private record Target(String path, Answer answer) {

        Request anew() {
            return Request.get(path);
        }

        Request conditional() {
            return new Request("GET", path, null, "If-None-Match: " + answer.header("ETag"), null);
        }
    }

    ListingHttp(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** @param name begins the rows */
    void run(Path data, String name, int deep) throws Exception {
        try (Jar jar = Jar.start(data);
                HttpClient health = HttpClient.newHttpClient()) {
            jar.awaitReady(health);
            measure(jar, name, deep);
        }
    }

    private void measure(Jar jar, String name, int deep) throws IOException {
        try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
            Target first = ask(client, LIST);
            List<Target> details = new ArrayList<>();
            String cursor = "";
            // As a reader gets there; what is read on the way is what is looked at in detail.
            for (int page = 1; page < deep; page++) {
                Answer answer =
                        page == 1 ? first.answer() : ask(client, LIST + cursor).answer();
                if (details.size() < 200) {
                    for (Matcher id = ID.matcher(answer.body()); id.find(); ) {
                        details.add(ask(client, LIST + "/" + id.group(1)));
                    }
                }
                Matcher next = NEXT.matcher(answer.body());
                if (!next.find()) {
                    throw new IOException("There is no page after page " + page);
                }
                cursor = "?cursor=" + next.group(1);
            }
            Target far = ask(client, LIST + cursor);
            for (int round = 0; round < settings.rounds(); round++) {
                measure(jar, name + "page 1", List.of(first));
                measure(jar, name + "page " + Report.count(deep), List.of(far));
                measure(jar, name + "detail", details);
                List<Target> mixed = new ArrayList<>();
                for (Target detail : details) {
                    mixed.addAll(List.of(detail, first, detail, far));
                }
                String row = name + "pages and details over HTTP, " + CONDITIONAL_PERCENT + " % conditional";
                HttpLoad.Result result = loaded(jar, row, mixed, CONDITIONAL_PERCENT);
                report.add(
                        new Row(row + ", " + HttpLoad.CONNECTIONS + " connections", "/s", "", null, false),
                        Who.OURS,
                        result.rate());
                report.add(
                        new Row(row + ", p99", "ms", "", null, true),
                        Who.OURS,
                        Senders.Sent.quantile(result.nanos(), 0.99));
            }
        }
    }

    private static Target ask(HttpLoad.Client client, String path) throws IOException {
        Answer answer = client.send(Request.get(path));
        if (answer.status() != 200) {
            throw new IOException("GET " + path + " was answered with " + answer);
        }
        return new Target(path, answer);
    }

    /** All of one kind: what is told anew, and what has not changed. */
    private void measure(Jar jar, String what, List<Target> targets) throws IOException {
        for (int percent : new int[] {100, 0}) {
            Target one = targets.getFirst();
            Request request = percent == 100 ? one.conditional() : one.anew();
            int status = percent == 100 ? 304 : 200;
            Answer answer;
            try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
                answer = client.send(request);
            }
            if (answer.status() != status) {
                throw new IOException("Expected " + status + " from " + one.path() + ", got " + answer);
            }
            String ceiling = "raw Netty, " + status + " of " + what;
            report.ceiling(ceiling, Ceilings.netty(answer.inOnePiece(), request, settings.slice()));
            HttpLoad.Result result = loaded(jar, what + ", " + status, targets, percent);
            report.add(
                    new Row(what + " over HTTP, " + status, "/s", percent == 100 ? "≥ 0.5" : "≥ 0.25", ceiling, false),
                    Who.OURS,
                    result.rate());
        }
    }

    private HttpLoad.Result loaded(Jar jar, String what, List<Target> targets, int percent) {
        SplittableRandom[] random = new SplittableRandom[HttpLoad.CONNECTIONS];
        Arrays.setAll(random, connection -> new SplittableRandom(Settings.SEED + connection));
        HttpLoad.Script script = connection -> {
            Target target = targets.get(random[connection].nextInt(targets.size()));
            return random[connection].nextInt(100) < percent ? target.conditional() : target.anew();
        };
        // Compiled before it counts, and kept where it is kept.
        HttpLoad.run(jar.port(), HttpLoad.CONNECTIONS, settings.slice(), script);
        double cpu = jar.cpuSeconds();
        HttpLoad.Result result = HttpLoad.run(jar.port(), HttpLoad.CONNECTIONS, settings.slice(), script);
        cpu = jar.cpuSeconds() - cpu;
        report.note(String.format(
                Locale.ROOT,
                "%s: the platform used %.0f µs of processor time a request, the loader %.0f",
                what,
                cpu * 1e6 / result.nanos().length,
                result.cpuSeconds() * 1e6 / result.nanos().length));
        if (result.refused() > 0) {
            throw new IllegalStateException(result.refused() + " requests were refused.");
        }
        return result;
    }
}
