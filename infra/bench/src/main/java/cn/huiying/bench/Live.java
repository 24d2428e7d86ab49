package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running jar with many listeners on its public stream: how soon all of them have what one command published, what a listener
 * costs, what those cost the others that take nothing, and whether all have everything in order after {@code kill -9}.
 */
final class Live {

    private static final String STREAM = "/api/public/stream";
    private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)\\nevent: Petition");

    private final Settings settings;
    private final Report report;
    private final int count;
    private final int stalled;

    Live(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
        count = settings.quick() ? 1_000 : 10_000;
        stalled = count / 100;
    }

    void run() throws Exception {
        for (int round = 0; round < settings.rounds(); round++) {
            Path data = Folders.fresh(settings.work().resolve("live"));
            try (Jar jar = Jar.start(
                            data,
                            // More than the run profile has: so many listeners are more than it is meant for.
                            "2g",
                            "--huiying.live.max-subscribers=" + (count + 2 * stalled),
                            "--huiying.live.max-per-caller=" + (count + 2 * stalled),
                            "--server.tomcat.max-connections=" + (count + 2 * stalled + 100));
                    HttpClient health = HttpClient.newHttpClient()) {
                jar.awaitReady(health);
                try (Newsroom newsroom = new Newsroom(jar)) {
                    measure(jar, health, newsroom);
                }
            }
            Folders.delete(data);
        }
    }

    private void measure(Jar jar, HttpClient health, Newsroom newsroom) throws Exception {
        // Compiled before it counts; and something for those to be behind with who take nothing.
        try (Listeners first = new Listeners(jar.port(), STREAM, count / 10)) {
            await("the first listeners", () -> first.open() == count / 10);
            for (int n = 0; n < (settings.quick() ? 200 : 1_000); n++) {
                newsroom.publish();
            }
        }
        Thread.sleep(2_000);
        Memory before = Memory.of(jar);
        try (Listeners listeners = new Listeners(jar.port(), STREAM, count)) {
            long start = System.nanoTime();
            await("all listeners", () -> listeners.open() == count);
            report.note(String.format(
                    Locale.ROOT,
                    "%s listeners were connected in %.1f s",
                    Report.count(count),
                    (System.nanoTime() - start) / 1e9));
            broadcast(listeners, newsroom, "", null);
            cost(before, Memory.of(jar));
            long[] healthy = broadcast(listeners, newsroom, "", "≤ 250 ms");
            List<Socket> dead = new ArrayList<>();
            for (int i = 0; i < stalled; i++) {
                dead.add(takingNothing(jar.port()));
            }
            long[] disturbed = broadcast(listeners, newsroom, " while 1 % more take nothing", "");
            report.add(
                    new Row(
                            "published to heard by each, with those who take nothing against without, p99",
                            "×",
                            "≤ 1.2",
                            null,
                            true),
                    Who.OURS,
                    Senders.Sent.quantile(disturbed, 0.99) / Senders.Sent.quantile(healthy, 0.99));
            for (Socket socket : dead) {
                socket.close();
            }
            if (listeners.cuts() > 0) {
                throw new IllegalStateException(listeners.cuts() + " listeners were cut off.");
            }
            killAndResume(jar, health, newsroom, listeners);
        }
    }

    /** Somebody with a small window who asks for all that was and reads none of it. */
    private static Socket takingNothing(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(("GET " + STREAM + "?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @param heap of live objects; both in bytes and after a collection */
    private record Memory(long heap, double resident) {

        static Memory of(Jar jar) throws IOException, InterruptedException {
            // The second gives back what the first has found to be free.
            jar.liveBytes();
            long heap = jar.liveBytes();
            return new Memory(heap, jar.residentMb(false) * 1_048_576);
        }
    }

    private void cost(Memory before, Memory after) {
        report.add(
                new Row(
                        "resident memory for each of " + Report.count(count) + " listeners",
                        "KB",
                        "≤ 8 KB",
                        null,
                        true),
                Who.OURS,
                (after.resident() - before.resident()) / 1_024 / count);
        report.add(
                new Row("… of it live objects on the heap", "KB", "", null, true),
                Who.OURS,
                (after.heap() - before.heap()) / 1_024.0 / count);
    }

    /**
     * One publication after the other, each when everybody has the one before.
     *
     * @param wanted null where it does not count
     * @return from the command's answer to each listener, sorted
     */
    private long[] broadcast(Listeners listeners, Newsroom newsroom, String how, String wanted) throws Exception {
        // Over before those who take nothing are cut off.
        int events = settings.quick() ? 10 : 30;
        listeners.note(events);
        newsroom.callAgain();
        int heard = listeners.leastHeard();
        long[] sent = new long[events];
        long[] answered = new long[events];
        for (int n = 0; n < events; n++) {
            sent[n] = System.nanoTime();
            newsroom.publish();
            answered[n] = System.nanoTime();
            int all = heard + n + 1;
            await("everybody to hear", () -> listeners.leastHeard() >= all);
        }
        long[] fromAnswer = new long[events * count];
        long[] fromSending = new long[events * count];
        long[][] heardAt = listeners.heardAt();
        for (int n = 0; n < events; n++) {
            for (int i = 0; i < count; i++) {
                // The answer may come after the event.
                fromAnswer[n * count + i] = Math.max(0, heardAt[n][i] - answered[n]);
                fromSending[n * count + i] = heardAt[n][i] - sent[n];
            }
        }
        Arrays.sort(fromAnswer);
        Arrays.sort(fromSending);
        if (wanted != null) {
            String row = "published to heard by each of " + Report.count(count) + how;
            report.add(new Row(row + ", p50", "ms", "", null, true), Who.OURS, Senders.Sent.quantile(fromAnswer, 0.5));
            report.add(
                    new Row(row + ", p99", "ms", wanted, null, true),
                    Who.OURS,
                    Senders.Sent.quantile(fromAnswer, 0.99));
            report.add(
                    new Row(row + ", from when the command was sent, p99", "ms", "", null, true),
                    Who.OURS,
                    Senders.Sent.quantile(fromSending, 0.99));
        }
        return fromAnswer;
    }

    private void killAndResume(Jar jar, HttpClient health, Newsroom newsroom, Listeners listeners) throws Exception {
        for (int n = 0; n < 20; n++) {
            newsroom.publish();
        }
        // While they are still being told.
        jar.kill();
        long start = System.nanoTime();
        jar.startAgain();
        jar.awaitReady(health);
        newsroom.callAgain();
        // Some come back before this, some after.
        for (int n = 0; n < 20; n++) {
            newsroom.publish();
        }
        await("everybody to come back", () -> listeners.open() == count);
        report.note(String.format(
                Locale.ROOT,
                "kill -9 with %s listeners: all were back after %.1f s",
                Report.count(count),
                (System.nanoTime() - start) / 1e9));
        newsroom.publish();
        List<Long> log = publications(jar.port(), newsroom.last);
        await("everybody to hear the last", () -> listeners.missed(log) == 0);
        report.add(missing("missed"), Who.OURS, listeners.missed(log));
        report.add(missing("repeated or out of order"), Who.OURS, listeners.disorder());
        if (listeners.unlike(log) > 0 || listeners.disorder() > 0 || listeners.resets() > 0) {
            throw new IllegalStateException(listeners.unlike(log) + " listeners heard something else than the log has, "
                    + listeners.disorder() + " events were repeated or out of order, " + listeners.resets()
                    + " were reset.");
        }
    }

    private static Row missing(String how) {
        return new Row("events " + how + " by any listener, kill -9 and resume included", "", "0", null, true);
    }

    /** All there is in the log for the public, as one more client reads it. */
    private static List<Long> publications(int port, long last) throws IOException {
        List<Long> ids = new ArrayList<>();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + STREAM + "?after=0 HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder all = new StringBuilder();
            byte[] some = new byte[1 << 16];
            while (all.indexOf("\nid: " + last + "\n") < 0) {
                int read = socket.getInputStream().read(some);
                if (read < 0) {
                    throw new IOException("The stream ended before the last event.");
                }
                all.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
            }
            for (Matcher id = ID.matcher(all); id.find(); ) {
                ids.add(Long.parseLong(id.group(1)));
            }
        }
        return ids;
    }

    private static void await(String what, BooleanSupplier come) throws InterruptedException {
        long start = System.nanoTime();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - start > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException("Waited five minutes for " + what + ".");
            }
            Thread.sleep(5);
        }
    }

    /** An officer who publishes the same petition again and again. */
    private static final class Newsroom implements AutoCloseable {

        private final Jar jar;
        private final String petition;
        private HttpLoad.Client client;
        private String officer;
        private int published;
        private long last;

        Newsroom(Jar jar) throws IOException {
            this.jar = jar;
            client = new HttpLoad.Client(jar.port());
            officer = People.token(client, "intake-officer");
            Answer posted = client.send(
                    new Request("POST", "/api/petitions", People.citizen(client, jar, 0), null, Http.PETITION));
            Matcher id = Http.ID.matcher(posted.body());
            if (!id.find()) {
                throw new IOException("No petition was made: " + posted);
            }
            petition = "/api/petitions/" + id.group(1);
            send("/accept", Http.ACCEPT);
        }

        void publish() throws IOException {
            last = Long.parseLong(send(
                            "/publish",
                            "{\"title\":\"村口猪场臭气扰民,第" + ++published + "次公开\",\"body\":\"群众反映村口猪场臭气和废水扰民,请求核查处理。\"}")
                    .header("Petition-Position"));
        }

        private Answer send(String command, String body) throws IOException {
            Answer answer = client.send(new Request("POST", petition + command, officer, Http.ANY_VERSION, body));
            if (answer.status() != 200) {
                throw new IOException(command + " was answered with " + answer);
            }
            return answer;
        }

        /** After a pause, in which the platform closes the connection, or a restart, after which it knows no old token. */
        void callAgain() throws IOException {
            client.close();
            client = new HttpLoad.Client(jar.port());
            officer = People.token(client, "intake-officer");
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
