package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running jar under commands with tokens: on each connection one petition after the other is posted, accepted, dispatched
 * and signed, and gets six progress notes. Sealing, validation and the read side are in it.
 */
final class Http {

    private static final String AGENCY = "445224-114";
    static final Pattern ID = Pattern.compile("\"id\":\"(PET-[^\"]+)\"");

    static final String PETITION =
            """
            {"section":"MASS_MESSAGE","board":"COUNTY_LEADER","type":"HELP","domain":"环保","district":"445224",
             "visibilityWish":"PUBLIC","title":"村口猪场臭气扰民","place":"某村村口水沟旁",
             "body":"%s"}"""
                    .formatted("村口的养猪场没有污水池,粪水直接排到旁边的水沟再流进农田,请求把臭味和废水问题解决。".repeat(3));
    static final String ANY_VERSION = "If-Match: *";
    static final String ACCEPT = "{\"petitionClass\":\"CLAIM\",\"limitClass\":\"C7\",\"urgency\":\"NORMAL\"}";
    private static final String DISPATCH = "{\"agency\":\"" + AGENCY + "\",\"note\":\"请牵头核查。\"}";
    private static final String PROGRESS = "{\"text\":\"已到现场核查,正在督促整改,将于下周答复。\"}";

    private final Settings settings;
    private final Report report;

    Http(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws Exception {
        Path log = new Logs(settings.work()).of(settings.proof());
        for (int round = 0; round < settings.rounds(); round++) {
            // A copy: what is posted must not stay for the next round.
            Path data = Folders.fresh(settings.work().resolve("http"));
            Files.copy(log.resolve("events.sqlite"), data.resolve("events.sqlite"));
            report.ceiling(
                    Ceilings.NETTY,
                    Ceilings.netty(
                            new Answer(
                                    200,
                                    List.of("Content-Type: application/json", "Content-Length: 2"),
                                    "{}".getBytes(StandardCharsets.US_ASCII)),
                            new Request("POST", "/", "none", null, PROGRESS),
                            settings.slice()));
            try (Jar jar = Jar.start(data);
                    HttpClient client = HttpClient.newHttpClient()) {
                jar.awaitReady(client);
                Lane lane = new Lane(jar);
                warmUp(jar, lane);
                double cpu = jar.cpuSeconds();
                HttpLoad.Result result = HttpLoad.run(jar.port(), HttpLoad.CONNECTIONS, settings.slice(), lane);
                cpu = jar.cpuSeconds() - cpu;
                report.add(
                        new Row("durable commands over HTTP, 64 connections", "/s", "≥ 5 000", Ceilings.NETTY, false),
                        Who.OURS,
                        result.rate());
                report.add(
                        new Row("durable commands over HTTP, p99", "ms", "", null, true),
                        Who.OURS,
                        Senders.Sent.quantile(result.nanos(), 0.99));
                report.note(String.format(
                        Locale.ROOT,
                        "HTTP: the platform used %.2f cores, the loader %.2f; %d answers were refusals%s",
                        cpu / result.seconds(),
                        result.cpuSeconds() / result.seconds(),
                        result.refused(),
                        lane.firstRefusal == null ? "" : ", first " + lane.firstRefusal));
            }
            Folders.delete(data);
        }
    }

    /** Until it gets no faster, at most 18 slices; not counted. A web stack on two cores takes minutes to compile. */
    private void warmUp(Jar jar, Lane lane) throws Exception {
        double best = 0;
        for (int slice = 1, flat = 0; slice <= 18 && flat < 3; slice++) {
            double rate = HttpLoad.run(jar.port(), HttpLoad.CONNECTIONS, settings.slice(), lane)
                    .rate();
            flat = rate > best * 1.05 ? 0 : flat + 1;
            best = Math.max(best, rate);
            System.out.printf(Locale.ROOT, "  warming up %d: %,.0f /s%n", slice, rate);
        }
    }

    /** What the connections do. */
    private static final class Lane implements HttpLoad.Script {

        private final List<String> citizens = new ArrayList<>();
        private final String officer;
        private final String handler;
        private final int[] step = new int[HttpLoad.CONNECTIONS];
        private final String[] petition = new String[HttpLoad.CONNECTIONS];
        private volatile String firstRefusal;

        Lane(Jar jar) throws IOException {
            try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
                officer = People.token(client, "intake-officer");
                handler = People.token(client, "agency-handler@" + AGENCY);
                for (int i = 0; i < HttpLoad.CONNECTIONS; i++) {
                    citizens.add(People.citizen(client, jar, i));
                }
            }
        }

        @Override
        public Request next(int connection) {
            String path = "/api/petitions/" + petition[connection];
            return switch (step[connection]) {
                case 0 -> new Request("POST", "/api/petitions", citizens.get(connection), null, PETITION);
                case 1 -> new Request("POST", path + "/accept", officer, ANY_VERSION, ACCEPT);
                case 2 -> new Request("POST", path + "/dispatch", officer, ANY_VERSION, DISPATCH);
                case 3 -> new Request("POST", path + "/sign", handler, ANY_VERSION, "{}");
                default -> new Request("POST", path + "/post-progress", handler, ANY_VERSION, PROGRESS);
            };
        }

        @Override
        public void answered(int connection, Answer answer) {
            if (answer.status() >= 300 && firstRefusal == null) {
                firstRefusal = answer.toString();
            }
            if (step[connection] == 0) {
                Matcher found = ID.matcher(answer.body());
                if (!found.find()) {
                    return;
                }
                petition[connection] = found.group(1);
            }
            step[connection] = (step[connection] + 1) % 10;
        }
    }
}
