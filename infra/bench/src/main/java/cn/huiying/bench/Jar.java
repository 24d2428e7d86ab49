package cn.huiying.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's jar as a process of its own, started as an operator starts it. */
final class Jar implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String JAVA = System.getProperty("bench.java", "java");

    /** That of the run profile. */
    private static final String HEAP = "384m";

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;
    private String lastHealth = "none";

    private Jar(List<String> command, Path log, int port) throws IOException {
        this.command = command;
        this.log = log;
        this.port = port;
        Files.deleteIfExists(log);
        start();
    }

    private static List<String> command(String heap, List<String> words) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"));
        String extra = System.getProperty("bench.app.options", "");
        command.addAll(
                Arrays.stream(extra.split(" ")).filter(word -> !word.isEmpty()).toList());
        command.addAll(List.of("-jar", path().toString()));
        command.addAll(words);
        return command;
    }

    static Path path() {
        return Path.of(System.getProperty("bench.app.jar", "infra/app/target/huiying.jar"));
    }

    /** Starts the platform on a data folder; does not wait. */
    static Jar start(Path data) throws IOException {
        return start(data, HEAP);
    }

    /** @param options further ones of the platform */
    static Jar start(Path data, String heap, String... options) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words = new ArrayList<>(List.of(
                "--huiying.data=" + data,
                "--server.port=" + port,
                "--huiying.demo=false",
                // What is measured is how fast it could answer.
                "--huiying.web.account.requests=1000000000",
                "--huiying.web.address.requests=1000000000"));
        words.addAll(Arrays.asList(options));
        return new Jar(command(heap, words), data.resolve("process.log"), port);
    }

    private void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Once more, on the same folder and port. */
    void startAgain() throws IOException {
        start();
    }

    /** Runs one of the jar's commands to its end and gives back what it printed. */
    static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(HEAP, List.of(words)))
                .redirectErrorStream(true)
                .start();
        String printed;
        try (InputStream out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        process.waitFor();
        return printed;
    }

    int port() {
        return port;
    }

    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** Until health is up and every projection has reached the log's head. */
    void awaitReady(HttpClient client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!ready(client)) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.MINUTES.toNanos(5)) {
                throw new IOException("The platform did not get ready; see " + log + "; its health: " + lastHealth);
            }
            Thread.sleep(10);
        }
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            lastHealth = answer.body();
            JsonNode health = JSON.readTree(answer.body());
            if (answer.statusCode() != 200
                    || !health.path("status").asString("").equals("UP")) {
                return false;
            }
            JsonNode positions =
                    health.path("components").path("projectionsHealth").path("details");
            long head = positions.path("log").asLong(-1);
            return head >= 0 && positions.values().stream().allMatch(position -> position.asLong() >= head);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Bytes of the objects that live, after a full collection.
     *
     * @throws IOException where the JDK's own tool does not tell
     */
    long liveBytes() throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(JAVA).resolveSibling("jcmd").toString(), "" + process.pid(), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String printed;
        try (InputStream out = tool.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        tool.waitFor();
        Matcher total = TOTAL.matcher(printed);
        if (!total.find()) {
            throw new IOException("The live objects could not be counted: " + printed);
        }
        return Long.parseLong(total.group(1));
    }

    /** Resident memory in megabytes, now or at its highest. */
    double residentMb(boolean highest) {
        String value = Machine.after("/proc/" + process.pid() + "/status", highest ? "VmHWM" : "VmRSS");
        return Long.parseLong(value.split(" ")[0]) / 1024.0;
    }

    double cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
