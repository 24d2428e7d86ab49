package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.command.petition.due.SweepingDueMoments;
import cn.huiying.query.board.BoardFollowing;
import cn.huiying.query.board.BoardView;
import cn.huiying.query.board.CurrentBoard;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The supervision board with many petitions in hand: how long a look at it takes, beside counting the queues' collection; how soon 200
 * open boards show what a command has changed; and whether each of them shows what the door shows, {@code kill -9} included.
 */
final class OpenBoards {

    private static final String BOARD = "/api/supervision/board";
    private static final int OPEN = 200;

    /** So few that hardly anything is overdue for so long that supervision is proposed: the platform would begin with that. */
    private static final int DAYS = 4;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;
    private final Report report;
    private final int petitions;

    OpenBoards(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
        petitions = settings.quick() ? 4_000 : 25_000;
    }

    void run() throws Exception {
        Path data = Folders.fresh(settings.work().resolve("board"));
        try (Platform platform = Platform.both(data)) {
            fill(platform);
            for (int round = 0; round < settings.rounds(); round++) {
                inProcess(platform);
            }
        }
        // More than the run profile has: with so much in hand the queues of the embedded document store take most of
        // it.
        try (Jar jar = Jar.start(data, "1g", "--huiying.notifications.enabled=false");
                HttpClient health = HttpClient.newHttpClient()) {
            jar.awaitReady(health);
            for (int round = 0; round < settings.rounds(); round++) {
                overHttp(jar);
            }
            live(jar, health);
        }
        Folders.delete(data);
    }

    /** Dispatched over the last days to all agencies, with every light there is recorded. */
    private void fill(Platform platform) throws Exception {
        Cast cast = Cast.assemble(platform);
        int aDay = petitions / DAYS;
        for (int day = 0; day < DAYS; day++) {
            Due.dispatch(
                    cast,
                    platform.door(),
                    day * aDay,
                    (day + 1) * aDay,
                    Instant.now().minus(Duration.ofDays(DAYS - day)));
        }
        SweepingDueMoments sweeping = platform.bean(SweepingDueMoments.class);
        do {
            platform.secondsToHead();
        } while (sweeping.sweep() > 0);
        platform.secondsToHead();
    }

    /** From nothing to the encoded answer, and the same counts as the queues' collection gives them. */
    private void inProcess(Platform platform) {
        CurrentBoard board = platform.bean(CurrentBoard.class);
        BoardView view = new BoardView(null, Set.of(), Set.of(), true, 50);
        String[] told = new String[1];
        Row row = new Row("the board of " + Report.count(petitions) + ", in process, p50", "ms", "", null, true);
        report.add(
                row,
                Who.OURS,
                p50(() -> told[0] = board.follow(view)
                        .join(BoardFollowing.NOTHING)
                        .forTheNewcomer()
                        .orElseThrow()
                        .json()));
        TreeMap<String, int[]> counted = new TreeMap<>();
        report.add(row, Who.TUNED, p50(() -> count(platform.bean(MongoDatabase.class), counted)));
        JsonNode agencies = JSON.readTree(told[0]).get("agencies");
        if (agencies.size() != counted.size()) {
            throw new IllegalStateException(agencies.size() + " agencies, not " + counted.size());
        }
        agencies.forEach(agency -> {
            JsonNode counts = agency.get("counts");
            int[] lights = counted.get(agency.at("/agency/code").stringValue());
            if (lights[0] != counts.get("green").intValue()
                    || lights[1] != counts.get("yellow").intValue()
                    || lights[2] != counts.get("red").intValue()) {
                throw new IllegalStateException(agency + ", and the queues say " + Arrays.toString(lights));
            }
        });
        report.note("the board of " + agencies.size() + " agencies has "
                + told[0].getBytes(StandardCharsets.UTF_8).length / 1_024 + " KB; its counts are those of the queues");
    }

    private static void count(MongoDatabase database, TreeMap<String, int[]> byAgency) {
        byAgency.clear();
        Date now = new Date();
        for (Document item : database.getCollection("work_items")
                .find(Filters.ne("bucket", null))
                .projection(Projections.include("agency", "agencyYellowFrom", "agencyDueAt"))) {
            int light =
                    !now.before(item.getDate("agencyDueAt")) ? 2 : now.before(item.getDate("agencyYellowFrom")) ? 0 : 1;
            byAgency.computeIfAbsent(item.getString("agency"), code -> new int[3])[light]++;
        }
    }

    private double p50(Runnable what) {
        long[] nanos = new long[settings.quick() ? 20 : 100];
        // The first half only compiles.
        for (int half = 0; half < 2; half++) {
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                what.run();
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return Senders.Sent.quantile(nanos, 0.5);
    }

    private void overHttp(Jar jar) throws IOException {
        String token;
        try (HttpLoad.Client client = new HttpLoad.Client(jar.port())) {
            token = People.token(client, "supervisor");
        }
        HttpLoad.Script script = connection -> new Request("GET", BOARD, token, null, null);
        HttpLoad.run(jar.port(), 1, settings.slice(), script);
        for (int connections : new int[] {1, 8}) {
            long[] nanos = HttpLoad.run(jar.port(), connections, settings.slice(), script)
                    .nanos();
            String row = "the board of " + Report.count(petitions) + " over HTTP, " + connections + " at a time";
            report.add(new Row(row + ", p50", "ms", "", null, true), Who.OURS, Senders.Sent.quantile(nanos, 0.5));
            report.add(
                    new Row(row + ", p99", "ms", connections == 1 ? "≤ 50 ms" : "", null, true),
                    Who.OURS,
                    Senders.Sent.quantile(nanos, 0.99));
        }
    }

    private void live(Jar jar, HttpClient health) throws Exception {
        List<OpenBoard> boards = new ArrayList<>();
        Desk desk = new Desk(jar);
        for (int i = 0; i < OPEN; i++) {
            boards.add(new OpenBoard(jar.port(), desk.supervisor));
        }
        await(() -> boards.stream().allMatch(board -> board.position >= 0));
        for (int round = 0; round < settings.rounds(); round++) {
            List<long[]> commands = desk.work(settings.slice());
            long last = commands.getLast()[0];
            await(() -> boards.stream().allMatch(board -> board.position >= last));
            long[] delays = boards.stream()
                    .flatMapToLong(board -> commands.stream().mapToLong(board::delay))
                    .sorted()
                    .toArray();
            String row = "acknowledged to shown on each of " + OPEN + " boards";
            for (double quantile : new double[] {0.5, 0.99, 1}) {
                report.add(
                        new Row(
                                row + ", " + (quantile == 1 ? "the slowest" : "p" + (int) (quantile * 100)),
                                "ms",
                                quantile == 1 ? "≤ 1 000 ms" : "",
                                null,
                                true),
                        Who.OURS,
                        quantile == 1 ? delays[delays.length - 1] / 1e6 : Senders.Sent.quantile(delays, quantile));
            }
            report.note(String.format(
                    Locale.ROOT,
                    "%d commands in %s; %d events to each board, a patch has %.1f KB",
                    commands.size(),
                    settings.slice(),
                    boards.getFirst().heard(),
                    boards.getFirst().patchBytes() / 1024));
        }
        int different = different(jar, desk, boards);
        desk.work(Duration.ofSeconds(1));
        jar.kill();
        jar.startAgain();
        jar.awaitReady(health);
        desk.comeBack();
        desk.work(Duration.ofSeconds(1));
        for (OpenBoard board : boards) {
            board.comeBack(desk.supervisor);
        }
        List<long[]> after = desk.work(Duration.ofSeconds(2));
        await(() -> boards.stream().allMatch(board -> board.position >= after.getLast()[0]));
        different += different(jar, desk, boards);
        report.add(
                new Row(
                        "boards that show anything else than the door, kill -9 and resume included",
                        "",
                        "0",
                        null,
                        true),
                Who.OURS,
                different);
        for (OpenBoard board : boards) {
            board.socket.close();
        }
        desk.client.close();
        if (different > 0) {
            throw new IllegalStateException(different + " boards show something else than the door.");
        }
    }

    /** How many show something else than the door does, once nothing happens any more. */
    private static int different(Jar jar, Desk desk, List<OpenBoard> boards) throws Exception {
        TimeUnit.SECONDS.sleep(1);
        JsonNode now = desk.board();
        int different = 0;
        for (OpenBoard board : boards) {
            if (!board.shown().equals(now)) {
                different++;
            }
        }
        // A sweep may have come in between.
        return different > 0 && !desk.board().equals(now) ? different(jar, desk, boards) : different;
    }

    private static void await(BooleanSupplier come) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited a minute for the boards.");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** An officer who takes in and dispatches, and somebody who posts. */
    private static final class Desk {

        private final Jar jar;
        private HttpLoad.Client client;
        private String citizen;
        private String officer;
        private String supervisor;

        Desk(Jar jar) throws IOException {
            this.jar = jar;
            client = new HttpLoad.Client(jar.port());
            citizen = People.citizen(client, jar, 0);
            tokens();
        }

        private void tokens() throws IOException {
            officer = People.token(client, "intake-officer");
            supervisor = People.token(client, "supervisor");
        }

        void comeBack() throws IOException {
            client.close();
            client = new HttpLoad.Client(jar.port());
            citizen = People.token(client, "citizen@http-0");
            tokens();
        }

        /** @return of each command that changes the board: its position, and when it was acknowledged */
        List<long[]> work(Duration time) throws IOException {
            List<long[]> commands = new ArrayList<>();
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                Answer posted = client.send(new Request("POST", "/api/petitions", citizen, null, Http.PETITION));
                commands.add(acknowledged(posted));
                Matcher id = Http.ID.matcher(posted.body());
                if (!id.find()) {
                    throw new IOException("No petition was made: " + posted);
                }
                send(id.group(1), "accept", Http.ACCEPT);
                commands.add(acknowledged(send(id.group(1), "dispatch", "{\"agency\":\"445224-114\"}")));
                LockSupport.parkNanos(30_000_000);
            }
            return commands;
        }

        private static long[] acknowledged(Answer answer) {
            return new long[] {Long.parseLong(answer.header("Petition-Position")), System.nanoTime()};
        }

        private Answer send(String petition, String command, String body) throws IOException {
            Answer answer = client.send(
                    new Request("POST", "/api/petitions/" + petition + "/" + command, officer, Http.ANY_VERSION, body));
            if (answer.status() != 200) {
                throw new IOException(command + " was answered with " + answer);
            }
            return answer;
        }

        JsonNode board() throws IOException {
            return JSON.readTree(client.send(new Request("GET", BOARD, supervisor, null, null))
                    .content());
        }
    }

    /** Somebody who looks at the board; what comes is put together only when it is asked for. */
    private static final class OpenBoard {

        private record Heard(long id, boolean whole, String data, long at) {}

        private final int port;
        private final List<Heard> all = new ArrayList<>();
        private volatile long position = -1;
        private Socket socket;
        private Thread reading;

        OpenBoard(int port, String token) throws IOException {
            this.port = port;
            open(token);
        }

        void comeBack(String token) throws IOException, InterruptedException {
            reading.join();
            open(token);
        }

        private void open(String token) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            String resume = position < 0 ? "" : "Last-Event-ID: " + position + "\r\n";
            socket.getOutputStream()
                    .write(("GET " + BOARD + "/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\n" + resume + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            reading = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                long id = -1;
                boolean whole = false;
                String data = null;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = Long.parseLong(line.substring(4));
                    } else if (line.startsWith("event: ")) {
                        whole = line.endsWith("snapshot");
                    } else if (line.startsWith("data: ")) {
                        data = line.substring(6);
                    } else if (line.isEmpty()) {
                        if (data != null) {
                            synchronized (all) {
                                all.add(new Heard(id, whole, data, System.nanoTime()));
                            }
                        }
                        position = Math.max(position, id);
                        data = null;
                    }
                }
            } catch (IOException e) {
                // Closed or killed.
            }
        }

        /** From a command's acknowledgement to what showed it; none where it came first. */
        long delay(long[] command) {
            synchronized (all) {
                return all.stream()
                        .filter(heard -> heard.id() >= command[0])
                        .findFirst()
                        .map(heard -> Math.max(0, heard.at() - command[1]))
                        .orElseThrow();
            }
        }

        int heard() {
            synchronized (all) {
                return all.size();
            }
        }

        double patchBytes() {
            synchronized (all) {
                return all.stream()
                        .filter(heard -> !heard.whole())
                        .mapToInt(heard -> heard.data().length())
                        .average()
                        .orElse(0);
            }
        }

        JsonNode shown() {
            ObjectNode board = JSON.createObjectNode();
            TreeMap<String, JsonNode> districts = new TreeMap<>();
            TreeMap<String, JsonNode> agencies = new TreeMap<>();
            synchronized (all) {
                for (Heard heard : all) {
                    JsonNode data = JSON.readTree(heard.data());
                    if (heard.whole()) {
                        districts.clear();
                        agencies.clear();
                    }
                    board.set("totals", data.get("totals"));
                    board.set("bureau", data.get("bureau"));
                    put(districts, data.get("districts"), "/district");
                    put(agencies, data.get("agencies"), "/agency/code");
                    if (!data.get("overdue").isNull()) {
                        board.set("overdue", data.get("overdue"));
                    }
                }
            }
            board.putArray("districts").addAll(districts.values());
            board.putArray("agencies").addAll(agencies.values());
            return board;
        }

        private static void put(TreeMap<String, JsonNode> rows, JsonNode changed, String key) {
            for (JsonNode row : changed) {
                JsonNode counts = row.get("counts");
                boolean nothing = List.of("green", "yellow", "red", "ordersOpen").stream()
                        .allMatch(count -> counts.get(count).intValue() == 0);
                String code = row.at(key).stringValue();
                if (nothing) {
                    rows.remove(code);
                } else {
                    rows.put(code, row);
                }
            }
        }
    }
}
